import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('organisation')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('is_brand', whole, (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('made_at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('organisation_name').on('organisation').column('name').execute()
}
