import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/** What somebody shows besides a password, or instead of one; from where an account came in before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema.alterTable('account').addColumn('reminded_at', whole).execute()

  await db.schema
    .createTable('totp')
    .addColumn('account_id', whole, (column) => column.primaryKey().notNull().references('account.id'))
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', whole, (column) => column.notNull())
    .addColumn('last_step', whole, (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('recovery_code')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('account_id', whole, (column) => column.notNull().references('account.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('used_at', whole)
    .execute()
  await db.schema.createIndex('recovery_code_account').on('recovery_code').columns(['account_id', 'hash']).execute()

  await db.schema
    .createTable('passkey')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('account_id', whole, (column) => column.notNull().references('account.id'))
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', whole, (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('used_at', whole)
    .execute()
  await db.schema.createIndex('passkey_account').on('passkey').column('account_id').execute()

  await db.schema
    .createTable('spent_challenge')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('due_at', whole, (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('openid_subject')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('account_id', whole, (column) => column.notNull().references('account.id'))
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('used_at', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('openid_subject_key', ['issuer', 'subject'])
    .execute()
  await db.schema.createIndex('openid_subject_account').on('openid_subject').column('account_id').execute()

  await db.schema
    .createTable('known_address')
    .addColumn('account_id', whole, (column) => column.notNull().references('account.id'))
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('seen_at', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('known_address_key', ['account_id', 'address'])
    .execute()
  await db.schema.createIndex('known_address_seen').on('known_address').column('seen_at').execute()
}
