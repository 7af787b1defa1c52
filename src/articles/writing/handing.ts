import { type Actor, can, everyActor } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict } from '#platform/refusals.ts'
import { keepRevision } from '../revision.ts'
import { type DeskArticle, deskInTurn } from './at-desk.ts'
import { type House, tellByLetter } from './letters.ts'
import { addNote } from './notes.ts'

type Handed = Pick<DeskArticle, 'ready' | 'sentBack'>

interface Deed {
  article: Id
  by: Pick<Actor, 'person' | 'name'>
}

/**
 * The writer says that the editor may have it: what it says now is kept, and the editors hear of it.
 *
 * @returns how it stood before, for `restoreHanding`
 * @throws Conflict when readers see all of it already
 */
export async function handOver(unit: Unit, house: House, { article, by }: Deed): Promise<Handed> {
  const desk = await deskInTurn(unit, article)
  const { revision } = desk
  if (desk.published?.revision === revision)
    throw new Conflict('Readers see everything that this article says: change it first', { key: 'handing.nothingNew' })
  await keepRevision(unit, revision)
  await restoreHanding(unit, article, { ready: { at: unit.now, revision, by: by.person } })
  for (const { account } of editorsFor(await everyActor(unit.tx), desk).filter(({ person }) => person !== by.person))
    await tellByLetter(unit, house, {
      account,
      about: 'ready',
      by: by.name,
      title: desk.content.title,
      link: `/newsroom/articles/${article}/publication/`,
      key: `ready:${article}:${revision}:${account}`,
    })
  return handedOf(desk)
}

/**
 * The editor hands it back: a note says why, and the writer hears of it.
 *
 * @returns how it stood before, for `restoreHanding`, and the note
 * @throws Conflict when nobody has handed it over
 * @throws Invalid without words
 */
export async function sendBack(
  unit: Unit,
  house: House,
  { article, by, why }: Deed & { why: string },
): Promise<Handed & { note: Id }> {
  const desk = await deskInTurn(unit, article)
  if (!desk.ready)
    throw new Conflict('Nobody has handed this article to the editors, so there is nothing to send back', {
      key: 'handing.notReady',
    })
  const note = await addNote(unit, house, { article, words: why, by })
  await restoreHanding(unit, article, { sentBack: { at: unit.now, by: by.person, note } })
  const writers = writersOf(desk).filter((person) => person !== by.person)
  for (const { account } of (await everyActor(unit.tx)).filter(({ person }) => writers.includes(person)))
    await tellByLetter(unit, house, {
      account,
      about: 'sentBack',
      by: by.name,
      title: desk.content.title,
      words: why,
      link: `/newsroom/articles/${article}/notes/`,
      key: `sent-back:${note}:${account}`,
    })
  return { ...handedOf(desk), note }
}

/** Makes it stand as it stood: with the editor, back with the writer, or neither. */
export async function restoreHanding(
  unit: Unit,
  article: Id,
  { ready, sentBack }: { [Name in keyof Handed]: Handed[Name] | undefined },
): Promise<void> {
  await endHanding(unit, article)
  if (ready) {
    const { at, by, revision } = ready
    await unit.tx.insertInto('readiness').values({ article_id: article, revision_id: revision, at, by }).execute()
  }
  if (sentBack) {
    const { at, by, note } = sentBack
    await unit.tx.insertInto('sent_back').values({ article_id: article, at, by, note_id: note }).execute()
  }
}

/** Nobody waits for it any more. */
export async function endHanding(unit: Unit, article: Id): Promise<void> {
  await unit.tx.deleteFrom('readiness').where('article_id', '=', article).execute()
  await unit.tx.deleteFrom('sent_back').where('article_id', '=', article).execute()
}

export const handedOf = ({ ready, sentBack }: Handed): Handed => ({
  ...(ready && { ready }),
  ...(sentBack && { sentBack }),
})

/** Who signs it as its writer, and who began it. */
const writersOf = ({ begunBy, content }: DeskArticle): Id[] => [
  ...content.bylines.filter(({ role }) => role === 'writer').map(({ person }) => person),
  ...(begunBy === null ? [] : [begunBy]),
]

/** The editors that the article names; else those of its section; where there are none, whoever may publish it. */
export function editorsFor(actors: readonly Actor[], { content, sections }: DeskArticle): Actor[] {
  const isNamed = ({ person }: Actor) => content.bylines.some((one) => one.role === 'editor' && one.person === person)
  const mayPublish = actors.filter((actor) => can(actor, 'articles.publish', { owner: actor.account, sections }))
  const named = mayPublish.filter(isNamed)
  if (named.length > 0) return named
  const reaching = actors.filter((actor) => can(actor, 'articles.publish', { sections }))
  const editors = reaching.filter(({ grants }) => !grants.some(({ role }) => role === 'owner'))
  return editors.length > 0 ? editors : reaching
}
