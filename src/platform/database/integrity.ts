import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What SQLite itself finds wrong with the file: torn pages, missing index entries, rows that point nowhere. */
export async function integrityProblems(db: Kysely<Tables>): Promise<string[]> {
  const integrity = await db.executeQuery<{ integrity_check: string }>(CompiledQuery.raw('pragma integrity_check'))
  const orphans = await db.executeQuery<{ table: string; parent: string }>(
    CompiledQuery.raw('pragma foreign_key_check'),
  )
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...orphans.rows.map((row) => `a row of ${row.table} points to a row of ${row.parent} that is not there`),
  ]
}
