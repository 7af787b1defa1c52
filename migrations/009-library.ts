import type { Kysely } from 'kysely'
import { wholeNumber } from './columns.ts'

/**
 * The library of pictures. A picture is what editors know (its words, its folder); it has had one file or several, of
 * which it shows one. `picture_use` says who shows a file: it is asked before something is removed or changed.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- it looks at tables of other steps
export async function up(db: Kysely<any>): Promise<void> {
  const whole = wholeNumber(db)

  await db.schema
    .createTable('folder')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('parent_id', whole, (column) => column.references('folder.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    // Its parent and its name in small letters: NULL equals nothing, so a key of both columns would let two stand on top.
    .addColumn('name_key', 'text', (column) => column.notNull().unique())
    .execute()
  await db.schema.createIndex('folder_parent').on('folder').column('parent_id').execute()

  await db.schema
    .createTable('picture')
    .addColumn('id', whole, (column) => column.primaryKey().notNull())
    .addColumn('file', 'text', (column) => column.notNull().unique())
    .addColumn('alt_id', 'text', (column) => column.notNull())
    .addColumn('alt_en', 'text', (column) => column.notNull())
    .addColumn('credit', 'text', (column) => column.notNull())
    .addColumn('licence', 'text', (column) => column.notNull())
    .addColumn('folder_id', whole, (column) => column.references('folder.id'))
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('made_by', whole)
    .addColumn('removed_at', whole)
    .execute()
  await db.schema.createIndex('picture_folder').on('picture').columns(['folder_id', 'id']).execute()
  await db.schema.createIndex('picture_removed').on('picture').columns(['removed_at', 'id']).execute()

  await db.schema
    .createTable('picture_file')
    .addColumn('file', 'text', (column) => column.primaryKey().notNull())
    .addColumn('picture_id', whole, (column) => column.notNull().references('picture.id'))
    .addColumn('original', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('width', whole, (column) => column.notNull())
    .addColumn('height', whole, (column) => column.notNull())
    .addColumn('bytes', whole, (column) => column.notNull())
    .addColumn('colour', 'text', (column) => column.notNull())
    .addColumn('focus_x', 'double precision')
    .addColumn('focus_y', 'double precision')
    .addColumn('crop', 'text')
    .addColumn('kept_sum', 'text', (column) => column.notNull())
    .addColumn('original_sum', 'text')
    .addColumn('made_at', whole, (column) => column.notNull())
    .addColumn('made_by', whole)
    .addColumn('left_at', whole)
    .addColumn('damaged_at', whole)
    .execute()
  await db.schema.createIndex('picture_file_picture').on('picture_file').column('picture_id').execute()
  await db.schema.createIndex('picture_file_original').on('picture_file').column('original_sum').execute()
  await db.schema.createIndex('picture_file_damaged').on('picture_file').column('damaged_at').execute()

  // Until the storage has let go of it: else it would be found there and taken for a picture.
  await db.schema
    .createTable('picture_forgotten')
    .addColumn('file', 'text', (column) => column.primaryKey().notNull())
    .addColumn('original', 'text')
    .execute()

  await db.schema
    .createTable('picture_label')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('picture_id', whole, (column) => column.notNull().references('picture.id'))
    .addPrimaryKeyConstraint('picture_label_key', ['kind', 'name', 'picture_id'])
    .execute()
  await db.schema.createIndex('picture_label_picture').on('picture_label').column('picture_id').execute()

  await db.schema
    .createTable('picture_use')
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('user_id', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('picture_use_key', ['file', 'kind', 'user_id'])
    .execute()
  await db.schema.createIndex('picture_use_user').on('picture_use').columns(['user_id', 'kind']).execute()

  const some = await db.selectFrom('article').select('id').limit(1).execute()
  // A site that has articles: which pictures they show is read from them at the next start, beside the readers.
  if (some.length > 0)
    await db
      .insertInto('job')
      .values({
        id: 9,
        kind: 'find-picture-uses',
        payload: '{"after":0}',
        unique_key: 'find-picture-uses',
        due_at: 0,
        attempts: 0,
        leased_until: 0,
      })
      .execute()
}
