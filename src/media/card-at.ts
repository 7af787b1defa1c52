import { isDatabaseGone } from '#platform/database/gone.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Made, openDarkroom } from './darkroom.ts'
import { type CardColours, type CardWork, printSchema } from './darkroom-work.ts'
import { keptFacts } from './facts.ts'
import { isFileName, storedName } from './names.ts'
import { laterAnswer, storedAnswer } from './stored-answer.ts'

/** What a card says. */
export interface ShareCard {
  site: string
  /** Above the headline: the section. */
  label: string
  title: string
  /** The day, in words. */
  when: string
  colours: CardColours
  /** Where a kept picture lies; one that cannot be read is left out. */
  picture?: string | undefined
}

/** So long a site that shares it may go without asking: a story can be taken back. */
const aDay = 'public, max-age=86400'

type Answering = Pick<Gawai, 'storage' | 'use' | 'log'>

const fileForm = /^[a-z0-9][a-z0-9-]{0,99}\.jpg$/

/**
 * Answers with the picture that other sites show beside a link, 1200 by 630. It is drawn when it is first asked for.
 *
 * @param file `<name>.jpg`; the name must change with what the card says, because others keep what it shows
 * @param facts asked each time: what was taken back has no card, whatever lies in the storage
 * @returns undefined when there is no such card
 */
export async function cardAt(
  gawai: Answering,
  request: Request,
  file: string,
  facts: () => Promise<ShareCard | undefined>,
): Promise<Response | undefined> {
  if (!fileForm.test(file)) return undefined
  const name = `cards/${file}`
  const ready = () => storedAnswer(gawai.storage, request, name, aDay)
  const card = await unlessAway(facts)
  if (!card) return undefined
  const kept = await ready()
  if (kept || card === 'away') return kept
  const made = await gawai.use(openDarkroom).share(name, () => makeCard(gawai, name, card))
  return made === undefined || made === 'kept' ? ready() : laterAnswer(made)
}

/** While the database cannot be asked, what was drawn before may still be shown. */
async function unlessAway(facts: () => Promise<ShareCard | undefined>): Promise<ShareCard | 'away' | undefined> {
  try {
    return await facts()
  } catch (error) {
    if (isDatabaseGone(error)) return 'away'
    throw error
  }
}

async function makeCard(gawai: Answering, name: string, facts: ShareCard): Promise<Made> {
  const picture = await pictureFor(gawai, facts.picture)
  const first = await drawn(gawai, name, { ...facts, kind: 'card', picture })
  return picture && first === 'broken' ? drawn(gawai, name, { ...facts, kind: 'card', picture: undefined }) : first
}

async function drawn({ storage, use, log }: Answering, name: string, work: CardWork): Promise<Made> {
  const card = await use(openDarkroom).develop(work, printSchema, 'reader')
  if ('trouble' in card) {
    log.warn('A card could not be drawn', { name, ...card })
    return card.trouble
  }
  await storage.put(name, card.print.bytes)
  return 'kept'
}

async function pictureFor(gawai: Answering, src = ''): Promise<CardWork['picture']> {
  const file = src.replace('/media/', '')
  const bytes = isFileName(file) ? await gawai.storage.get(storedName(file)) : undefined
  const focus = bytes && (await keptFacts(gawai, file.replace(/\..*/, '')))?.focus
  return bytes && { bytes, focus }
}
