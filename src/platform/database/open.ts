import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Id, Tables } from './tables.ts'
import type { Aftermath, Unit } from './unit.ts'
import { openSqlite } from './sqlite.ts'

/** The site's database, whichever it is. */
export interface Database {
  /** Committed state, for queries that answer within a millisecond. */
  readonly db: Kysely<Tables>
  /** The same for longer queries: they run beside the requests, not before them. */
  readonly reports: Kysely<Tables>
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>
  /** Whether another program may have written since the last asking. Cheap enough to ask several times a second. */
  hasForeignChanges(): Promise<boolean>
  /** @throws when the database cannot be asked */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface DatabaseWiring {
  clock: Clock
  newId: () => Id
  /** Runs after each commit and before its callers are answered. */
  committed(aftermaths: readonly Aftermath[]): void
}

export const databaseFile = (data: string): string => join(data, 'gawai.db')

/** Opens, and brings up to date, the database at `url` (`postgres://...`) or else the file in the data folder. */
export async function openDatabase(data: string, url: string | undefined, wiring: DatabaseWiring): Promise<Database> {
  const { clock, newId, committed } = wiring
  if (url === undefined) return openSqlite(databaseFile(data), wiring, hasLostDatabase(data))
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(url, clock, newId, committed)
}

/** Whether the folder held a site whose database is missing now: its pages may still be readable. */
export function hasLostDatabase(data: string): boolean {
  return existsSync(join(data, 'pages.db')) && !existsSync(databaseFile(data))
}
