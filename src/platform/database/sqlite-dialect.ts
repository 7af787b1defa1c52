import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Answer } from './sqlite-file.ts'

/** Where a query goes: a file in this thread answers at once, a worker answers later. */
export type RunQuery = (sql: string, parameters: readonly unknown[]) => Answer | Promise<Answer>

/** Kysely's SQLite adapter declares that DDL cannot be rolled back; SQLite can, so a migration is all or nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** A Kysely dialect over anything that runs SQLite text: the reading connection, a write unit, a worker. */
export function sqliteDialect(run: RunQuery): Dialect {
  const connection = connectionOver(run)
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => driverOf(connection),
  }
}

function connectionOver(run: RunQuery): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, changes } = await run(query.sql, query.parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(changes) } // oxlint-disable-line typescript/no-unsafe-type-assertion -- the one place where rows get the type that the query builder derived
    },
    // oxlint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('SQLite queries are not streamed: read in pages by key')
    },
  }
}

function driverOf(connection: DatabaseConnection): Driver {
  const say = async (words: string) => {
    await connection.executeQuery(CompiledQuery.raw(words))
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: () => say('begin immediate'),
    commitTransaction: () => say('commit'),
    rollbackTransaction: () => say('rollback'),
    destroy: async () => {},
  }
}
