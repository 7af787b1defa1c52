import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type { Clock } from '../clock.ts'
import { isDatabaseGone } from './gone.ts'
import type { Database } from './open.ts'
import { databaseState, migrate } from './migrate.ts'
import type { Id, Tables } from './tables.ts'
import { type Aftermath, runUnit } from './unit.ts'

/** PostgreSQL's number for a 64-bit integer. Our whole numbers fit a double, so they come back as numbers. */
const int8 = 20

/** Opens a PostgreSQL database; the driver is loaded only when one is asked for. A unit is one ordinary transaction. */
export async function openPostgres(
  url: string,
  clock: Clock,
  newId: () => Id,
  committed: (aftermaths: readonly Aftermath[]) => void,
): Promise<Database> {
  const { default: pg } = await import('pg')
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // An idle connection that breaks would otherwise end the process; the next query meets the error anyway.
  pool.on('error', () => {})
  // The same for one that breaks in use: its query is refused, and nothing else.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

  const name = new URL(url).pathname.slice(1)
  let isUpToDate = await bringUpToDate(db, name)

  return {
    db,
    reports: db,
    async write(work) {
      const { value, aftermath } = await db.transaction().execute((tx) => runUnit(tx, clock.now(), newId, work))
      committed([aftermath])
      return value
    },
    async hasForeignChanges() {
      // Asked again and again while the server is away: the first to find it back does what the start could not.
      isUpToDate ||= await bringUpToDate(db, name)
      return true
    },
    async ping() {
      await db.executeQuery(CompiledQuery.raw('select 1'))
    },
    close: () => db.destroy(),
  }
}

/** A server that is away at the start keeps nobody from reading what the page store holds: then there is nothing to bring up to date yet. */
async function bringUpToDate(db: Kysely<Tables>, name: string): Promise<boolean> {
  try {
    const state = await databaseState(db, name)
    if (state !== 'current') await migrate(db)
    return true
  } catch (error) {
    if (isDatabaseGone(error)) return false
    await db.destroy()
    throw error
  }
}
