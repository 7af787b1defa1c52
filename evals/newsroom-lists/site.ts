import { readFileSync } from 'node:fs'
import { Kysely, PostgresDialect, type RootOperationNode, sql } from 'kysely'
import { readAssets } from '#look/assets.ts'
import { migrate } from '#platform/database/migrate.ts'
import { databaseFile } from '#platform/database/open.ts'
import { sqliteDialect } from '#platform/database/sqlite-dialect.ts'
import { openSqliteFile } from '#platform/database/sqlite-file.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { readWords } from '#platform/i18n.ts'
import { silentLog } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'
import { assemble, wordFolders } from '../../src/app.ts'
import { listener } from './plans.ts'

const origin = 'http://localhost'

export interface Site {
  gawai: Gawai
  /** What its pages asked of the database, in their order. */
  asked: RootOperationNode[]
  get: (path: string, token: string) => Promise<Response>
  /** Milliseconds of the processor that this program and the database's own processes have used. */
  used(): Promise<number>
  /** Tells the planner what there is. */
  analyse(): Promise<void>
}

/** The database in the form that it had before its lists were searched by a table of words. */
export async function openEarlier(
  data: string,
  url: string | undefined,
  work: (db: Kysely<Tables>) => Promise<void>,
): Promise<void> {
  const { db, close } = url === undefined ? sqlite(data) : await postgres(url)
  await migrate(db, '011-newsroom-lists')
  await work(db)
  await close()
}

function sqlite(data: string) {
  const file = openSqliteFile(databaseFile(data), 'write')
  const dialect = sqliteDialect((text, parameters) => file.run(text, parameters))
  return { db: new Kysely<Tables>({ dialect }), close: async () => file.close() }
}

async function postgres(url: string) {
  const { default: pg } = await import('pg')
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) })
  return { db, close: () => db.destroy() }
}

/** The whole program, whose questions to the database are heard. */
export async function openListened(data: string, database: string | undefined): Promise<Site> {
  const gawai = await openGawai({ data, database, origin, words: readWords(wordFolders), log: silentLog })
  const { plugin, asked } = listener()
  const heard = { ...gawai, db: gawai.db.withPlugin(plugin), reports: gawai.reports.withPlugin(plugin) }
  const app = assemble(heard, readAssets())
  return {
    gawai,
    asked,
    get: async (path, token) =>
      app.fetch(new Request(origin + path, { headers: { cookie: `gawai=${token}` } }), {
        peer: { address: '127.0.0.1' },
      }),
    used: async () => ownMs() + (database === undefined ? 0 : await serverMs(gawai)),
    async analyse() {
      await gawai.write(({ tx }) => sql`analyze`.execute(tx).then(() => {}))
    },
  }
}

function ownMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** PostgreSQL runs beside the program, a process for each connection; Linux says what each has used, in hundredths. */
async function serverMs({ db }: Gawai): Promise<number> {
  const { rows } = await sql<{
    pid: number
  }>`select pid from pg_stat_activity where datname = current_database()`.execute(db)
  const ticks = rows.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return Number(fields[11]) + Number(fields[12])
  })
  return ticks.reduce((sum, one) => sum + one, 0) * 10
}
