import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'

/** One tab of somebody's browser in which an article is written. */
export interface Seat {
  person: Id
  /** Made by the browser, another for each tab. */
  tab: string
}

/** Who writes an article at this moment. */
export interface Holder {
  person: Id
  name: string
  since: Instant
}

export type Held = { outcome: 'yours' } | { outcome: 'held'; by: Holder }

/** A tab that says nothing for so long was closed, or its computer sleeps: whoever comes next has the article. */
export const lockLasts = 45_000

/**
 * Holds the article for a tab, or holds it on. A lock is a courtesy: it tells people of each other before they write
 * beside each other. That nothing is overwritten is the version's work, see `saveManuscript`.
 *
 * @param isTakingOver whether somebody else's hold ends with it; they learn of it with their next word
 */
export async function holdArticle(
  unit: Unit,
  { article, seat, isTakingOver = false }: { article: Id; seat: Seat; isTakingOver?: boolean },
): Promise<Held> {
  const found = await holdOf(unit, article)
  const isOwn = found !== undefined && isFrom(seat, found)
  if (found && !isOwn && !isTakingOver && found.until > unit.now) return heldBy(found)
  const row = {
    person_id: seat.person,
    tab: seat.tab,
    taken_at: isOwn ? found.taken_at : unit.now,
    until: unit.now + lockLasts,
  }
  await unit.tx
    .insertInto('edit_lock')
    .values({ article_id: article, ...row })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute()
  return { outcome: 'yours' }
}

/**
 * Holds it on for a tab that holds it already. A save does: one that arrives behind the word that its page is gone takes
 * nothing again that nobody would let go of.
 */
export async function holdOn(unit: Unit, { article, seat }: { article: Id; seat: Seat }): Promise<Held> {
  const found = await holdOf(unit, article)
  const isOwn = found !== undefined && isFrom(seat, found)
  if (found && !isOwn && found.until > unit.now) return heldBy(found)
  if (isOwn)
    await unit.tx
      .updateTable('edit_lock')
      .set({ until: unit.now + lockLasts })
      .where('article_id', '=', article)
      .execute()
  return { outcome: 'yours' }
}

type Hold = NonNullable<Awaited<ReturnType<typeof holdOf>>>

const holdOf = ({ tx }: Unit, article: Id) =>
  tx
    .selectFrom('edit_lock')
    .innerJoin('person', 'person.id', 'edit_lock.person_id')
    .select(['person_id', 'tab', 'taken_at', 'until', 'person.name'])
    .where('article_id', '=', article)
    .executeTakeFirst()

const isFrom = ({ person, tab }: Seat, hold: Hold): boolean => hold.person_id === person && hold.tab === tab

const heldBy = ({ person_id: person, name, taken_at: since }: Hold): Held => ({
  outcome: 'held',
  by: { person, name, since },
})

/** Somebody else who writes it at this moment. */
export async function otherHolder(
  unit: Unit,
  { article, person }: { article: Id; person: Id },
): Promise<Holder | undefined> {
  const row = await unit.tx
    .selectFrom('edit_lock')
    .innerJoin('person', 'person.id', 'edit_lock.person_id')
    .select(['person_id', 'taken_at', 'person.name'])
    .where('article_id', '=', article)
    .where('until', '>', unit.now)
    .where('person_id', '!=', person)
    .executeTakeFirst()
  return row && { person: row.person_id, name: row.name, since: row.taken_at }
}

/** Lets go of an article; another's hold stays. */
export async function releaseArticle(unit: Unit, { article, seat }: { article: Id; seat: Seat }): Promise<void> {
  await unit.tx
    .deleteFrom('edit_lock')
    .where('article_id', '=', article)
    .where('person_id', '=', seat.person)
    .where('tab', '=', seat.tab)
    .execute()
}
