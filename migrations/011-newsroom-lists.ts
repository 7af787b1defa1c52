import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/**
 * What editors arrange: the menus around every page; the slugs by which sections and topics went before; topics and
 * organisations that became another. And what their lists need to be paged by key: which articles are drafts, and the
 * others in the order of their state.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- it fills a table from others
export async function up(db: Kysely<any>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('menu_item')
    .addColumn('menu', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('target_id', whole, (column) => column.notNull())
    .addColumn('position', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('menu_item_key', ['menu', 'lang', 'target_id'])
    .execute()

  await db.schema
    .createTable('former_slug')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('target_id', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('former_slug_key', ['kind', 'lang', 'slug'])
    .execute()
  await db.schema.createIndex('former_slug_target').on('former_slug').columns(['kind', 'target_id']).execute()

  await db.schema.alterTable('topic').addColumn('merged_into', whole).execute()
  await db.schema.createIndex('topic_merged').on('topic').column('merged_into').execute()
  await db.schema.alterTable('organisation').addColumn('merged_into', whole).execute()
  await db.schema.createIndex('organisation_merged').on('organisation').column('merged_into').execute()
  await db.schema.createIndex('organisation_kind').on('organisation').columns(['kind', 'slug']).execute()

  await db.schema
    .createTable('draft')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .execute()
  await db
    .insertInto('draft')
    .columns(['article_id'])
    .expression((from) =>
      from
        .selectFrom('article')
        .leftJoin('publication', 'publication.article_id', 'article.id')
        .leftJoin('retraction', 'retraction.article_id', 'article.id')
        .where('publication.article_id', 'is', null)
        .where('retraction.article_id', 'is', null)
        .select('article.id'),
    )
    .execute()
  await db.schema.createIndex('schedule_due').on('schedule').columns(['due_at', 'article_id']).execute()
  await db.schema.createIndex('retraction_at').on('retraction').columns(['at', 'article_id']).execute()
}
