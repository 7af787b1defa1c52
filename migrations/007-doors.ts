import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/** Who may come into the newsroom and with what rights, how they prove it, and what was done there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('account')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('person_id', whole, (column) => column.notNull().unique().references('person.id'))
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_key', 'text', (column) => column.notNull().unique())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('password', 'text')
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('suspended_at', whole)
    .execute()

  await db.schema
    .createTable('role_grant')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('account_id', whole, (column) => column.notNull().references('account.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('section_id', whole, (column) => column.references('section.id'))
    .execute()
  await db.schema.createIndex('role_grant_account').on('role_grant').column('account_id').execute()
  await db.schema.createIndex('role_grant_role').on('role_grant').columns(['role', 'account_id']).execute()

  await db.schema
    .createTable('session')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('account_id', whole, (column) => column.notNull().references('account.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('seen_at', whole, (column) => column.notNull())
    .addColumn('proved_at', whole, (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('browser', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('session_account').on('session').column('account_id').execute()
  await db.schema.createIndex('session_seen').on('session').column('seen_at').execute()

  await db.schema
    .createTable('invitation')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('grants', 'text', (column) => column.notNull())
    .addColumn('account_id', whole, (column) => column.references('account.id'))
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('made_by', whole, (column) => column.references('account.id'))
    .addColumn('due_at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('invitation_due').on('invitation').column('due_at').execute()

  await db.schema
    .createTable('audit')
    .addColumn('position', whole, (column) => column.primaryKey().notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('by_account', whole)
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('audit_account').on('audit').columns(['by_account', 'position']).execute()
  await db.schema.createIndex('audit_object').on('audit').columns(['object', 'position']).execute()
  await db.schema
    .createTable('audit_end')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('notice')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('account_id', whole, (column) => column.notNull().references('account.id'))
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('undo', 'text')
    .addColumn('undone_at', whole)
    .execute()
  await db.schema.createIndex('notice_at').on('notice').column('at').execute()
}
