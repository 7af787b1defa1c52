import { existsSync } from 'node:fs'
import { Kysely } from 'kysely'
import { backup, DatabaseSync } from 'node:sqlite'
import { DatabaseGone } from './gone.ts'
import { databaseState, migrate } from './migrate.ts'
import type { Database, DatabaseWiring } from './open.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts'
import type { Tables } from './tables.ts'
import { connectWorker, type WorkerConnection } from './worker-connection.ts'
import { writeQueue } from './write-queue.ts'

interface Connections {
  reading: SqliteFile
  writer: WorkerConnection
}

/**
 * Opens one SQLite file: reads in this thread, writes in a thread of their own, long reads in a third that starts
 * when first asked.
 *
 * @param isLost the file should be there and is not: nothing is created in its place; questions are refused with
 * `DatabaseGone` until it is back
 */
export async function openSqlite(file: string, wiring: DatabaseWiring, isLost: boolean): Promise<Database> {
  const site = connector(file, isLost)
  if (!isLost) await site.connect()
  const reporter = lazily(() => connectWorker(file, 'read'))
  const writer: WorkerConnection = {
    run: async (sql, parameters) => (await site.connect()).writer.run(sql, parameters),
    close: async () => {},
  }

  return {
    db: new Kysely<Tables>({ dialect: sqliteDialect((sql, parameters) => site.read(sql, parameters)) }),
    reports: new Kysely<Tables>({
      dialect: sqliteDialect(async (sql, parameters) => {
        await site.connect()
        return reporter.get().run(sql, parameters)
      }),
    }),
    write: writeQueue(writer, wiring.clock, wiring.newId, wiring.committed),
    hasForeignChanges: foreignChangesOf(site.read),
    async ping() {
      await site.read('select 1', [])
    },
    async close() {
      // The writer last: it can write the log back into the file, so that the file alone is whole.
      await reporter.made()?.close()
      site.current()?.reading.close()
      await site.current()?.writer.close()
    },
  }
}

/** Connects once, or as often as it takes while the file is missing. */
function connector(file: string, isLost: boolean) {
  let connections: Connections | undefined
  let connecting: Promise<Connections> | undefined
  const connect = async (): Promise<Connections> => {
    if (connections) return connections
    if (isLost && !existsSync(file)) throw new DatabaseGone(`The database ${file} is missing`)
    connecting ??= connectTo(file).finally(() => {
      connecting = undefined
    })
    connections = await connecting
    return connections
  }
  return {
    connect,
    current: () => connections,
    /** Answers at once when connected: a reader's page waits for no turn of the event loop. */
    read: (sql: string, parameters: readonly unknown[]) =>
      connections
        ? connections.reading.run(sql, parameters)
        : connect().then(({ reading }) => reading.run(sql, parameters)),
  }
}

async function connectTo(file: string): Promise<Connections> {
  await bringUpToDate(file)
  return { reading: openSqliteFile(file, 'read'), writer: connectWorker(file, 'write') }
}

function lazily<Thing>(make: () => Thing) {
  let thing: Thing | undefined
  return { get: () => (thing ??= make()), made: () => thing }
}

/** `data_version` moves whenever another connection commits: our own writer, too, so the answer errs towards yes. */
function foreignChangesOf(read: (sql: string, parameters: readonly unknown[]) => unknown) {
  let seen: string | undefined
  return async () => {
    const version = JSON.stringify(await read('pragma data_version', []))
    const hasMoved = version !== seen
    seen = version
    return hasMoved
  }
}

/** Applies what is missing; a database that already holds a site is copied beside itself first. */
async function bringUpToDate(file: string): Promise<void> {
  const connection = openSqliteFile(file, 'write')
  const db = new Kysely<Tables>({ dialect: sqliteDialect((sql, parameters) => connection.run(sql, parameters)) })
  try {
    const state = await databaseState(db, file)
    if (state === 'behind')
      await copyBeside(file, `${file}.before-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`)
    if (state !== 'current') await migrate(db)
  } finally {
    connection.close()
  }
}

async function copyBeside(file: string, copy: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true })
  try {
    await backup(source, copy)
  } finally {
    source.close()
  }
}
