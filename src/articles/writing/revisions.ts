import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'

/** One revision of an article beside others: who wrote it and when, and what became of it. */
export interface RevisionLine {
  id: Id
  title: string
  begunAt: Instant
  /** When it was last saved. */
  savedAt: Instant
  /** Missing where a program wrote it, or a file. */
  by?: { person: Id; name: string }
  /** Since when it stays as it is; missing while saves may still change it. */
  keptAt?: Instant
  /** What somebody called it who wanted it kept. */
  keptAs?: string
  /** When readers saw it first. */
  shownAt?: Instant
  /** Whether readers see it now. */
  isShown: boolean
  /** When it goes out by itself. */
  dueAt?: Instant
  /** Whether its writer has said that it may go out. */
  isReady: boolean
  /** The revision whose words it took up again. */
  restoredFrom?: { id: Id; savedAt: Instant }
}

/**
 * The revisions of an article, the newest first.
 *
 * @param before an id from `older`
 */
export async function revisionsPage(
  { db }: Pick<Gawai, 'db'>,
  { article, before = Number.MAX_SAFE_INTEGER, limit }: { article: Id; before?: Id | undefined; limit: number },
): Promise<{ items: RevisionLine[]; older?: Id }> {
  const rows = await linesOf(db)
    .where('revision.article_id', '=', article)
    .where('revision.id', '<', before)
    .orderBy('revision.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(lineOf)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, older: last.id } : { items }
}

/** @throws NotFound when the article has no such revision */
export async function revisionLine(
  { db }: Pick<Gawai, 'db'>,
  { article, revision }: { article: Id; revision: Id },
): Promise<RevisionLine> {
  const row = await linesOf(db)
    .where('revision.article_id', '=', article)
    .where('revision.id', '=', revision)
    .executeTakeFirst()
  if (!row) throw new NotFound(`Article ${article} has no revision ${revision}`, { key: 'refused.nothingHere' })
  return lineOf(row)
}

const linesOf = (db: Gawai['db']) =>
  db
    .selectFrom('revision')
    .leftJoin('person', 'person.id', 'revision.made_by')
    .leftJoin('publication', 'publication.revision_id', 'revision.id')
    .leftJoin('schedule', 'schedule.revision_id', 'revision.id')
    .leftJoin('readiness', 'readiness.revision_id', 'revision.id')
    .leftJoin('revision as source', 'source.id', 'revision.restored_from')
    .select(['revision.id', 'revision.title', 'revision.made_at', 'revision.saved_at', 'revision.made_by'])
    .select(['revision.kept_at', 'revision.kept_as', 'revision.shown_at', 'person.name'])
    .select(['publication.article_id as shown', 'schedule.due_at', 'readiness.article_id as ready'])
    .select(['source.id as source', 'source.saved_at as source_saved_at', 'source.made_at as source_made_at'])

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

function lineOf(row: Row): RevisionLine {
  const sourceAt = row.source_saved_at ?? row.source_made_at
  return {
    id: row.id,
    title: row.title,
    begunAt: row.made_at,
    savedAt: row.saved_at ?? row.made_at,
    ...(row.made_by !== null && row.name !== null && { by: { person: row.made_by, name: row.name } }),
    ...(row.kept_at !== null && { keptAt: row.kept_at }),
    ...(row.kept_as !== null && { keptAs: row.kept_as }),
    ...(row.shown_at !== null && { shownAt: row.shown_at }),
    isShown: row.shown !== null,
    ...(row.due_at !== null && { dueAt: row.due_at }),
    isReady: row.ready !== null,
    ...(row.source !== null && sourceAt !== null && { restoredFrom: { id: row.source, savedAt: sourceAt } }),
  }
}
