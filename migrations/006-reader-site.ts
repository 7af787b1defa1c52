import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/**
 * One table for every list that an article stands in (section, topic, brand, person) instead of one for each kind; the
 * picture that lists show; what the site says of its people and brands; and the stories that editors put on the front.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- it reads tables that are gone when it is done
export async function up(db: Kysely<any>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('listed')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('list_id', whole, (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('published_at', whole, (column) => column.notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addPrimaryKeyConstraint('listed_key', ['kind', 'list_id', 'lang', 'published_at', 'article_id'])
    .execute()
  // Holds all that is asked by article, or SQLite prefers the key by its kind alone and reads every list of that kind.
  await db.schema
    .createIndex('listed_article')
    .on('listed')
    .columns(['article_id', 'kind', 'list_id', 'lang'])
    .execute()
  const columns = ['kind', 'list_id', 'lang', 'published_at', 'article_id'] as const
  for (const kind of ['section', 'topic'] as const) {
    await db
      .insertInto('listed')
      .columns(columns)
      .expression((from) =>
        from
          .selectFrom(`article_${kind}`)
          .select((row) => [row.val(kind).as('kind'), `${kind}_id`, 'lang', 'published_at', 'article_id']),
      )
      .execute()
    await db.schema.dropTable(`article_${kind}`).execute()
  }
  await db
    .insertInto('listed')
    .columns(columns)
    .expression((from) =>
      from
        .selectFrom('byline')
        .innerJoin('publication', 'publication.article_id', 'byline.article_id')
        .where('publication.kind', '=', 'article')
        .distinct()
        .select((row) => [
          row.val('person').as('kind'),
          'person_id',
          'publication.lang',
          'publication.published_at',
          'byline.article_id',
        ]),
    )
    .execute()

  await db.schema.alterTable('publication').addColumn('picture', 'text').execute()

  await db.schema
    .createTable('person_words')
    .addColumn('person_id', whole, (column) => column.notNull().references('person.id'))
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_words_key', ['person_id', 'lang'])
    .execute()
  await db.schema
    .createTable('organisation_words')
    .addColumn('organisation_id', whole, (column) => column.notNull().references('organisation.id'))
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('organisation_words_key', ['organisation_id', 'lang'])
    .execute()

  await db.schema
    .createTable('front_slot')
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addPrimaryKeyConstraint('front_slot_key', ['lang', 'position'])
    .addUniqueConstraint('front_slot_article', ['lang', 'article_id'])
    .execute()
}
