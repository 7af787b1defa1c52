import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration'
import { Invalid } from '../refusals.ts'
import type { Tables } from './tables.ts'

const folder = new URL('../../../migrations/', import.meta.url)

const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(folder)).filter((file) => /^\d{3}-.*\.ts$/.test(file)).toSorted()
    const named = files.map(async (file): Promise<[string, Migration]> => {
      const migration = (await import(new URL(file, folder).href)) as Migration // oxlint-disable-line typescript/no-unsafe-type-assertion -- each migration file exports `up`
      return [file.replace(/\.ts$/, ''), migration]
    })
    return Object.fromEntries(await Promise.all(named))
  },
}

/** How far a database is: `new` has nothing yet, `behind` waits for migrations, `current` needs none. */
export type DatabaseState = 'new' | 'behind' | 'current'

/** @throws Invalid when a newer Gawai has already changed this database */
export async function databaseState(db: Kysely<Tables>, name: string): Promise<DatabaseState> {
  const migrations = await new Migrator({ db, provider }).getMigrations()
  const known = new Set(migrations.map((migration) => migration.name))
  const applied = await appliedNames(db)
  const unknown = applied.find((migration) => !known.has(migration))
  if (unknown)
    throw new Invalid(
      `The database ${name} was written by a newer Gawai (it has the change "${unknown}", which this one does not know). Start the newer Gawai, or restore the backup made before the update.`,
    )
  if (applied.length === 0) return 'new'
  return applied.length < known.size ? 'behind' : 'current'
}

/**
 * Brings the database up to this program's form. Every migration is one transaction.
 *
 * @param last the name of the migration to end with, where an earlier form is wanted
 */
export async function migrate(db: Kysely<Tables>, last?: string): Promise<void> {
  const migrator = new Migrator({ db, provider })
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last))
  if (error) throw error instanceof Error ? error : new Error('Migration failed', { cause: error })
}

async function appliedNames(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}
