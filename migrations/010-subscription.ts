import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/** Which letters were sent already, who follows what by which channel, and how far the daily digest has come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('mail_key')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('mail_key_at').on('mail_key').column('at').execute()

  await db.schema
    .createTable('subscriber')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('address_key', 'text', (column) => column.notNull())
    .addColumn('asked_at', whole, (column) => column.notNull())
    .addColumn('unknown_at', whole)
    .addUniqueConstraint('subscriber_address', ['channel', 'address_key'])
    .execute()

  await db.schema
    .createTable('subscription')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('subscriber_id', whole, (column) => column.notNull().references('subscriber.id'))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('asked_at', whole, (column) => column.notNull())
    .addColumn('confirmed_at', whole)
    .addUniqueConstraint('subscription_once', ['subscriber_id', 'subject'])
    .execute()
  await db.schema.createIndex('subscription_subject').on('subscription').columns(['subject', 'id']).execute()
  await db.schema.createIndex('subscription_waiting').on('subscription').columns(['confirmed_at', 'asked_at']).execute()

  await db.schema
    .createTable('subscriber_link')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('subscriber_id', whole, (column) => column.notNull().references('subscriber.id'))
    .addColumn('due_at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('subscriber_link_of').on('subscriber_link').column('subscriber_id').execute()
  await db.schema.createIndex('subscriber_link_due').on('subscriber_link').column('due_at').execute()

  await db.schema
    .createTable('digest')
    .addColumn('lang', 'text', (column) => column.primaryKey().notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('since_at', whole, (column) => column.notNull())
    .addColumn('until_at', whole, (column) => column.notNull())
    .addColumn('sent_to', whole, (column) => column.notNull())
    .addColumn('done_at', whole)
    .execute()
}
