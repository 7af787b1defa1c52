import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

export interface Answer {
  rows: Record<string, unknown>[]
  changes: number
}

/** One open SQLite file that keeps its prepared statements by their text. Synchronous: meant for short queries or for a worker. */
export interface SqliteFile {
  run(sql: string, parameters: readonly unknown[]): Answer
  exec(sql: string): void
  close(): void
}

/**
 * Opens a SQLite file the way every part of Gawai opens it: WAL, and `synchronous=FULL` on the connection that
 * writes, because in WAL mode NORMAL may lose acknowledged commits at a power cut.
 */
export function openSqliteFile(file: string, mode: 'read' | 'write'): SqliteFile {
  const database = new DatabaseSync(file, { readOnly: mode === 'read', timeout: 10_000 })
  database.exec('pragma foreign_keys = on; pragma cache_size = -8000; pragma temp_store = memory')
  if (mode === 'write') database.exec('pragma journal_mode = wal; pragma synchronous = full')

  const statements = new Map<string, { statement: StatementSync; isReader: boolean }>()
  const prepared = (text: string) => {
    let known = statements.get(text)
    if (!known) {
      const statement = database.prepare(text)
      known = { statement, isReader: statement.columns().length > 0 }
      // Text with spelled-out lists has endless variants; starting over keeps memory flat and costs a few microseconds.
      if (statements.size >= 500) statements.clear()
      statements.set(text, known)
    }
    return known
  }

  return {
    run(text, parameters) {
      const { statement, isReader } = prepared(text)
      const values = parameters as SQLInputValue[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- Kysely types parameters as unknown; SQLite itself refuses a wrong one
      if (isReader) return { rows: statement.all(...values), changes: 0 }
      return { rows: [], changes: Number(statement.run(...values).changes) }
    },
    exec: (text) => database.exec(text),
    close: () => database.close(),
  }
}
