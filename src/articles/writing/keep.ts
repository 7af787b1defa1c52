import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { NotFound } from '#platform/refusals.ts'

/** How a revision was kept: what takes a change of it back. */
export interface Kept {
  keptAt: Instant | null
  keptAs: string | null
}

/**
 * Keeps a revision because somebody wants it: it stays as it is, and no night takes it away.
 *
 * @param as what it is called from now on: "Before the interview"
 * @returns how it was kept before
 * @throws NotFound
 */
export async function keepAs(
  unit: Unit,
  { article, revision, as }: { article: Id; revision: Id; as?: string | undefined },
): Promise<Kept> {
  const before = await keptOf(unit, article, revision)
  await unit.tx
    .updateTable('revision')
    .set({ kept_at: before.keptAt ?? unit.now, kept_as: as ?? null })
    .where('id', '=', revision)
    .execute()
  return before
}

/**
 * Keeps it as it was kept before. What was shown, set to go out, handed on or restored in the meantime stays kept all
 * the same.
 *
 * @throws NotFound
 */
export async function keepAsBefore(
  unit: Unit,
  { article, revision, before }: { article: Id; revision: Id; before: Kept },
): Promise<void> {
  const now = await keptOf(unit, article, revision)
  const isNeeded = before.keptAt === null && (await isNeededNow(unit, revision))
  await unit.tx
    .updateTable('revision')
    .set({ kept_at: isNeeded ? now.keptAt : before.keptAt, kept_as: before.keptAs })
    .where('id', '=', revision)
    .execute()
}

async function keptOf(unit: Unit, article: Id, revision: Id): Promise<Kept> {
  const row = await unit.tx
    .selectFrom('revision')
    .select(['kept_at', 'kept_as'])
    .where('id', '=', revision)
    .where('article_id', '=', article)
    .executeTakeFirst()
  if (!row) throw new NotFound(`Article ${article} has no revision ${revision}`, { key: 'refused.nothingHere' })
  return { keptAt: row.kept_at, keptAs: row.kept_as }
}

async function isNeededNow({ tx }: Unit, revision: Id): Promise<boolean> {
  const uses = await Promise.all([
    tx.selectFrom('revision').select('id').where('id', '=', revision).where('shown_at', 'is not', null).execute(),
    tx.selectFrom('schedule').select('article_id').where('revision_id', '=', revision).execute(),
    tx.selectFrom('readiness').select('article_id').where('revision_id', '=', revision).execute(),
    tx.selectFrom('revision').select('id').where('restored_from', '=', revision).limit(1).execute(),
  ])
  return uses.some((rows) => rows.length > 0)
}
