import { z } from 'zod'
import { correctArticle, correctionKinds, type NewCorrection, takeBackCorrection } from '#articles'
import { type Actor, record } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import { idIn } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import type { Onward, Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { mustToShown, sheetPath } from '../writing/article-here.ts'

export const below = 'corrections/'
export const correctionsPath = (article: number): string => `${sheetPath(article)}${below}`

const told = z.object({ article: z.number(), correction: z.number() })
const takenBack = z.object({
  article: z.number(),
  kind: z.enum(correctionKinds),
  words: z.string(),
  party: z.string().optional(),
  again: z.object({ id: z.number(), at: z.number() }).optional(),
})

type Said = Pick<NewCorrection, 'kind' | 'words' | 'party' | 'again'>

/** Tells readers. */
export async function tell({ gawai, actor, params }: Visit, said: Said): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const correction = await telling(unit, actor, article, said)
    const undo = undoTelling.step({ article, correction })
    return tellDone(unit, actor.account, { key: 'correcting.wasTold' }, undo)
  })
  return { to: correctionsPath(article), notice }
}

/** Takes back what readers were told. */
export async function takeBack({ gawai, actor, params }: Visit): Promise<Onward> {
  const [article, correction] = [idIn(params, 'article'), idIn(params, 'correction')]
  const notice = await gawai.write(async (unit) => {
    const said = await takingBack(unit, actor, article, correction)
    const undo = undoTakingBack.step({ article, ...said })
    return tellDone(unit, actor.account, { key: 'correcting.wasTakenBack' }, undo)
  })
  return { to: correctionsPath(article), notice }
}

async function telling(unit: Unit, actor: Actor, article: number, said: Said): Promise<number> {
  const { person, account } = actor
  await mustToShown(unit, actor, 'articles.correct', article)
  const correction = await correctArticle(unit, { article, ...said, by: person })
  await record(unit, { by: account, action: 'correction.told', object: `article:${article}` })
  return correction
}

async function takingBack(unit: Unit, actor: Actor, article: number, correction: number): Promise<Said> {
  await mustToShown(unit, actor, 'articles.correct', article)
  const said = await takeBackCorrection(unit, { article, correction })
  // Readers may have read it: what it said stays in the log.
  await record(unit, {
    by: actor.account,
    action: 'correction.taken-back',
    object: `article:${article}`,
    details: { kind: said.kind, words: said.words },
  })
  return said
}

const undoTelling = undoing('correction.telling', told, async (unit, { article, correction }, actor) => {
  await takingBack(unit, actor, article, correction)
})
const undoTakingBack = undoing('correction.removal', takenBack, async (unit, { article, ...said }, actor) => {
  await telling(unit, actor, article, said)
})

/** How what is done here is taken back. */
export const correctionUndoes = [undoTelling, undoTakingBack]
