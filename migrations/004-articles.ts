import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/**
 * An article is what its revisions say; `publication` is the state "readers see this revision" and carries
 * everything a list needs, so that no list ever touches a body. `article_section` holds a row for each
 * ancestor too: a section's page is one index read however deep the tree is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('section')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('parent_id', whole, (column) => column.references('section.id'))
    .addColumn('position', whole, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('section_name')
    .addColumn('section_id', whole, (column) => column.notNull().references('section.id'))
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('section_name_key', ['section_id', 'lang'])
    .addUniqueConstraint('section_name_slug', ['lang', 'slug'])
    .execute()

  await db.schema
    .createTable('topic')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .execute()
  await db.schema
    .createTable('topic_name')
    .addColumn('topic_id', whole, (column) => column.notNull().references('topic.id'))
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('topic_name_key', ['topic_id', 'lang'])
    .addUniqueConstraint('topic_name_slug', ['lang', 'slug'])
    .execute()

  await db.schema
    .createTable('article')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('pair_id', whole)
    .addColumn('guid', 'text')
    .addColumn('made_at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('article_pair').on('article').column('pair_id').execute()

  await db.schema
    .createTable('revision')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('made_by', whole, (column) => column.references('person.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('revision_slug').on('revision').column('slug').execute()
  await db.schema.createIndex('revision_article').on('revision').columns(['article_id', 'id']).execute()
  await db.schema
    .createTable('revision_body')
    .addColumn('revision_id', whole, (column) => column.primaryKey().notNull().references('revision.id'))
    .addColumn('document', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('publication')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .addColumn('revision_id', whole, (column) => column.notNull().references('revision.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('section_id', whole, (column) => column.references('section.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('published_at', whole, (column) => column.notNull())
    .addColumn('published_by', whole, (column) => column.references('person.id'))
    .addColumn('modified_at', whole, (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('publication_latest')
    .on('publication')
    .columns(['kind', 'lang', 'published_at', 'article_id'])
    .execute()
  await db.schema.createIndex('publication_revision').on('publication').column('revision_id').execute()

  await db.schema
    .createTable('retraction')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('by', whole, (column) => column.references('person.id'))
    .addColumn('why', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('schedule')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .addColumn('revision_id', whole, (column) => column.notNull().references('revision.id'))
    .addColumn('due_at', whole, (column) => column.notNull())
    .addColumn('set_by', whole, (column) => column.references('person.id'))
    .addColumn('set_at', whole, (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('article_section')
    .addColumn('section_id', whole, (column) => column.notNull().references('section.id'))
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('published_at', whole, (column) => column.notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addPrimaryKeyConstraint('article_section_key', ['section_id', 'lang', 'published_at', 'article_id'])
    .execute()
  await db.schema.createIndex('article_section_article').on('article_section').column('article_id').execute()

  await db.schema
    .createTable('article_topic')
    .addColumn('topic_id', whole, (column) => column.notNull().references('topic.id'))
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('published_at', whole, (column) => column.notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addPrimaryKeyConstraint('article_topic_key', ['topic_id', 'lang', 'published_at', 'article_id'])
    .execute()
  await db.schema.createIndex('article_topic_article').on('article_topic').column('article_id').execute()

  await db.schema
    .createTable('byline')
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('person_id', whole, (column) => column.notNull().references('person.id'))
    .addPrimaryKeyConstraint('byline_key', ['article_id', 'position'])
    .execute()
  await db.schema.createIndex('byline_person').on('byline').column('person_id').execute()

  await db.schema
    .createTable('article_source')
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation_id', whole, (column) => column.notNull().references('organisation.id'))
    .addColumn('url', 'text')
    .addPrimaryKeyConstraint('article_source_key', ['article_id', 'position'])
    .execute()
  await db.schema.createIndex('article_source_organisation').on('article_source').column('organisation_id').execute()

  await db.schema
    .createTable('read_also')
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addColumn('target_id', whole, (column) => column.notNull().references('article.id'))
    .addPrimaryKeyConstraint('read_also_key', ['article_id', 'target_id'])
    .execute()
  await db.schema.createIndex('read_also_target').on('read_also').column('target_id').execute()

  await db.schema
    .createTable('address')
    .addColumn('path', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target_id', whole, (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('is_current', whole, (column) => column.notNull())
    .addColumn('made_at', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('address_target').on('address').columns(['kind', 'target_id', 'lang']).execute()
}
