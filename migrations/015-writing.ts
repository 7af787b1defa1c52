import { type Kysely, sql } from 'kysely'
import { wholeNumber } from './columns.ts'

/**
 * How articles are written: what is on the desk of whom, who holds it at this moment, whether it is ready, what the
 * pair says to each other about it, who may look at it before readers do, and what was corrected afterwards.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- it fills a column from another
export async function up(db: Kysely<any>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema.alterTable('article').addColumn('begun_by', whole).execute()
  await db.schema.alterTable('revision').addColumn('saved_at', whole).execute()
  await db.schema.alterTable('revision').addColumn('kept_at', whole).execute()
  await db.schema.alterTable('revision').addColumn('kept_as', 'text').execute()
  await db.schema.alterTable('revision').addColumn('shown_at', whole).execute()
  await db.schema.alterTable('revision').addColumn('restored_from', whole).execute()
  // Whatever stands there was made on purpose: by an import, a file, a program.
  await db
    .updateTable('revision')
    .set({ saved_at: sql.ref('made_at'), kept_at: sql.ref('made_at') })
    .execute()
  // What readers saw before what they see now, nobody has written down.
  await db
    .updateTable('revision')
    .set({
      shown_at: db
        .selectFrom('publication')
        .select('modified_at')
        .whereRef('publication.revision_id', '=', sql.ref('revision.id')),
    })
    .where('id', 'in', db.selectFrom('publication').select('revision_id'))
    .execute()

  await db.schema
    .createTable('manuscript')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .addColumn('revision_id', whole, (column) => column.notNull().references('revision.id'))
    .addColumn('version', whole, (column) => column.notNull())
    .addColumn('save_key', 'text')
    .addColumn('saved_at', whole, (column) => column.notNull())
    .addColumn('saved_by', whole, (column) => column.references('person.id'))
    .execute()

  await db.schema
    .createTable('edit_lock')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .addColumn('person_id', whole, (column) => column.notNull().references('person.id'))
    .addColumn('tab', 'text', (column) => column.notNull())
    .addColumn('taken_at', whole, (column) => column.notNull())
    .addColumn('until', whole, (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('readiness')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .addColumn('revision_id', whole, (column) => column.notNull().references('revision.id'))
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('by', whole, (column) => column.notNull().references('person.id'))
    .execute()
  await db.schema.createIndex('readiness_at').on('readiness').columns(['at', 'article_id']).execute()

  await db.schema
    .createTable('sent_back')
    .addColumn('article_id', whole, (column) => column.primaryKey().notNull().references('article.id'))
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('by', whole, (column) => column.notNull().references('person.id'))
    .addColumn('note_id', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sent_back_at').on('sent_back').columns(['at', 'article_id']).execute()

  await db.schema
    .createTable('note')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addColumn('answers', whole, (column) => column.references('note.id'))
    .addColumn('block', whole)
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('by', whole, (column) => column.notNull().references('person.id'))
    .addColumn('settled_at', whole)
    .addColumn('settled_by', whole, (column) => column.references('person.id'))
    .execute()
  await db.schema.createIndex('note_article').on('note').columns(['article_id', 'id']).execute()

  await db.schema
    .createTable('note_mention')
    .addColumn('person_id', whole, (column) => column.notNull().references('person.id'))
    .addColumn('note_id', whole, (column) => column.notNull().references('note.id'))
    .addColumn('seen_at', whole)
    .addPrimaryKeyConstraint('note_mention_key', ['person_id', 'note_id'])
    .execute()

  await db.schema
    .createTable('preview_link')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('made_by', whole, (column) => column.notNull().references('person.id'))
    .addColumn('until', whole, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('preview_link_article').on('preview_link').columns(['article_id', 'id']).execute()

  await db.schema
    .createTable('correction')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('article_id', whole, (column) => column.notNull().references('article.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('party', 'text')
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('by', whole, (column) => column.notNull().references('person.id'))
    .execute()
  await db.schema.createIndex('correction_article').on('correction').columns(['article_id', 'id']).execute()
  // Most articles have none: what a page shows of them is asked for only where one was made.
  await db.schema.alterTable('publication').addColumn('corrected_at', whole).execute()
  await db.schema.createIndex('correction_lang').on('correction').columns(['lang', 'id']).execute()
}
