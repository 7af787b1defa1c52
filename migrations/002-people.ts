import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('person')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('initials', 'text', (column) => column.notNull())
    .addColumn('made_at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('person_name').on('person').column('name').execute()
}
