import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/** What the platform itself remembers: settings, events, jobs, dropped subjects, answers given to retried requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('changed_at', whole, (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('outbox')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('told_at', whole, (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('job')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('unique_key', 'text', (column) => column.unique())
    .addColumn('due_at', whole, (column) => column.notNull())
    .addColumn('attempts', whole, (column) => column.notNull())
    .addColumn('leased_until', whole, (column) => column.notNull())
    .addColumn('leased_by', 'text')
    .addColumn('last_error', 'text')
    .addColumn('failed_at', whole)
    .execute()
  await db.schema.createIndex('job_due').on('job').columns(['failed_at', 'due_at']).execute()

  await db.schema
    .createTable('change_log')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('subjects', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('change_log_at').on('change_log').column('at').execute()

  await db.schema
    .createTable('answered')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('answered_at').on('answered').column('at').execute()
}
