import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/** What came from elsewhere and under which name, so that a second run of the same import adds nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('imported')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('foreign_id', 'text', (column) => column.notNull())
    .addColumn('local_id', whole, (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('imported_key', ['origin', 'kind', 'foreign_id'])
    .execute()
  await db.schema
    .createTable('imported_meta')
    .addColumn('article_id', whole, (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('imported_meta_article').on('imported_meta').column('article_id').execute()
}
