import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    imported: { origin: string; kind: string; foreign_id: string; local_id: Id; at: Instant }
    imported_meta: { article_id: Id; name: string; value: string }
  }
}

/** What of one kind came from there already: its id there to its id here. */
export async function importedFrom(
  { reports }: Pick<Gawai, 'reports'>,
  origin: string,
  kind: string,
): Promise<Map<string, Id>> {
  const rows = await reports
    .selectFrom('imported')
    .select(['foreign_id', 'local_id'])
    .where('origin', '=', origin)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map((row) => [row.foreign_id, row.local_id]))
}

/** Articles that came from there and are public, by their paths without the slash at the end. */
export async function addressesFrom({ reports }: Pick<Gawai, 'reports'>, origin: string): Promise<Map<string, Id>> {
  const rows = await reports
    .selectFrom('imported')
    .innerJoin('publication', 'publication.article_id', 'imported.local_id')
    .select(['path', 'local_id'])
    .where('origin', '=', origin)
    .where('imported.kind', '=', 'article')
    .execute()
  return new Map(rows.map(({ path, local_id }) => [path.replace(/\/$/, ''), local_id]))
}

/** Remembers where something came from, in the write that makes it. */
export async function noteImported(
  unit: Unit,
  origin: string,
  kind: string,
  foreign: string,
  local: Id,
): Promise<void> {
  await unit.tx
    .insertInto('imported')
    .values({ origin, kind, foreign_id: foreign, local_id: local, at: unit.now })
    .execute()
}

/** Keeps beside an article what no part of Gawai reads yet. */
export async function keepMeta(
  unit: Unit,
  article: Id,
  meta: readonly { key: string; value: string }[],
): Promise<void> {
  if (meta.length === 0) return
  const rows = meta.map(({ key, value }) => ({ article_id: article, name: key, value }))
  await unit.tx.insertInto('imported_meta').values(rows).execute()
}
