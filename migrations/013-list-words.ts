import { type Kysely, sql, SqliteAdapter } from 'kysely'
import { wholeNumber } from './columns.ts'

/**
 * What rows of the newsroom's lists are found by: `list_word` from the word to the rows, `list_line` from the row to its
 * words. Filled from what is there already. And what the library needs so that none of
 * its pages is sorted: indexes of the pictures that are here, that are removed, and that lie in no folder, because NULL is
 * no key that both databases can sort behind.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- it fills tables from others
export async function up(db: Kysely<any>): Promise<void> {
  const whole = wholeNumber(db)
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  // Ranges of beginnings hold only in the order of code points, whatever order the database sorts names in.
  const word = isSqlite ? sql`text` : sql`text collate "C"`
  const onlyKey = isSqlite ? sql`without rowid` : sql``

  await db.schema
    .createTable('list_word')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('word', word, (column) => column.notNull())
    .addColumn('owner', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('list_word_key', ['list', 'word', 'owner'])
    .modifyEnd(onlyKey)
    .execute()
  await db.schema
    .createTable('list_line')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('owner', whole, (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('list_line_key', ['list', 'owner'])
    .modifyEnd(onlyKey)
    .execute()

  await fillTopics(db)
  await fillOrganisations(db)
  await fillPublished(db)
  await fillPictures(db)
  for (const [list, table] of [
    ['draft', 'draft'],
    ['scheduled', 'schedule'],
    ['withdrawn', 'retraction'],
  ] as const)
    await fillUnpublished(db, list, table)

  await db.schema.alterTable('picture').dropColumn('words').execute()
  const inOrder = (name: string, ...columns: string[]) => db.schema.createIndex(name).on('picture').columns(columns)
  // SQLite took it for everything that is not removed, and walked past the folder that was asked for.
  await db.schema.dropIndex('picture_removed').execute()
  await inOrder('picture_gone_at', 'removed_at', 'id').where('removed_at', 'is not', null).execute()
  await inOrder('picture_here', 'id').where('removed_at', 'is', null).execute()
  await inOrder('picture_gone', 'id').where('removed_at', 'is not', null).execute()
  await inOrder('picture_here_in', 'folder_id', 'id').where('removed_at', 'is', null).execute()
  await inOrder('picture_loose', 'id').where('folder_id', 'is', null).where('removed_at', 'is', null).execute()
}

interface Found {
  id: number
  list: string
  words: string[]
}

const atOnce = 1000
/** Three values each: SQLite takes 32,766 in one statement. */
const mostRows = 10_000

/** Goes through a table by its key, so that memory holds a thousand rows however many there are. */
// oxlint-disable-next-line typescript/no-explicit-any -- as above
async function fill(db: Kysely<any>, read: (after: number) => Promise<Found[]>): Promise<void> {
  for (let after = 0, isMore = true; isMore;) {
    const found = await read(after)
    await keep(db, found)
    isMore = found.length === atOnce
    after = found.at(-1)?.id ?? after
  }
}

// oxlint-disable-next-line typescript/no-explicit-any -- as above
async function keep(db: Kysely<any>, found: readonly Found[]): Promise<void> {
  const held = found.filter(({ words }) => words.length > 0)
  if (held.length === 0) return
  const lines = held.map(({ id, list, words }) => ({ list, owner: id, words: ` ${words.toSorted().join(' ')} ` }))
  await db.insertInto('list_line').values(lines).execute()
  const rows = held.flatMap(({ id, list, words }) => words.map((word) => ({ list, word, owner: id })))
  // In the order of the key, so that neighbours are written together.
  rows.sort((one, other) => (one.word < other.word ? -1 : 1))
  for (let first = 0; first < rows.length; first += mostRows)
    await db
      .insertInto('list_word')
      .values(rows.slice(first, first + mostRows))
      .execute()
}

// oxlint-disable-next-line typescript/no-explicit-any -- as above
async function fillTopics(db: Kysely<any>): Promise<void> {
  for (const lang of ['id', 'en'])
    await fill(db, async (after) => {
      const rows = await db
        .selectFrom('topic_name')
        .select(['topic_id', 'name', 'slug'])
        .where('lang', '=', lang)
        .where('topic_id', '>', after)
        .orderBy('topic_id')
        .limit(atOnce)
        .execute()
      return rows.map(({ topic_id, name, slug }) => ({
        id: topic_id,
        list: `topic:${lang}`,
        words: wordsIn(`${name} ${slug}`),
      }))
    })
}

// oxlint-disable-next-line typescript/no-explicit-any -- as above
const fillOrganisations = (db: Kysely<any>): Promise<void> =>
  fill(db, async (after) => {
    const rows = await db
      .selectFrom('organisation')
      .select(['id', 'name', 'slug'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    return rows.map(({ id, name, slug }) => ({ id, list: 'organisation', words: wordsIn(`${name} ${slug}`) }))
  })

// oxlint-disable-next-line typescript/no-explicit-any -- as above
const fillPublished = (db: Kysely<any>): Promise<void> =>
  fill(db, async (after) => {
    const rows = await db
      .selectFrom('publication')
      .select(['article_id', 'title'])
      .where('article_id', '>', after)
      .orderBy('article_id')
      .limit(atOnce)
      .execute()
    return rows.map(({ article_id, title }) => ({ id: article_id, list: 'published', words: wordsIn(title) }))
  })

// oxlint-disable-next-line typescript/no-explicit-any -- as above
const fillPictures = (db: Kysely<any>): Promise<void> =>
  fill(db, async (after) => {
    const rows = await db
      .selectFrom('picture')
      .select(['id', 'words'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    return rows.map(({ id, words }) => ({ id, list: 'picture', words: wordsIn(words) }))
  })

/** By the words of their newest revision and by what it says of language, sections and people. */
// oxlint-disable-next-line typescript/no-explicit-any -- as above
const fillUnpublished = (db: Kysely<any>, list: string, table: string): Promise<void> =>
  fill(db, async (after) => {
    const rows = await db
      .selectFrom(`${table} as waiting`)
      .innerJoin('article', 'article.id', 'waiting.article_id')
      .leftJoin('revision', (join) =>
        join.on('revision.id', '=', (row) =>
          row
            .selectFrom('revision as any')
            .select(({ fn }) => fn.max('any.id').as('newest'))
            .whereRef('any.article_id', '=', 'article.id'),
        ),
      )
      .leftJoin('schedule', 'schedule.article_id', 'article.id')
      .select(['article.id', 'article.lang', 'revision.title', 'revision.details', 'schedule.due_at'])
      .where('article.id', '>', after)
      .orderBy('article.id')
      .limit(atOnce)
      .execute()
    return rows.map(({ id, lang, title, details, due_at }) => ({
      id,
      list,
      // What goes out later is no draft; what says nothing yet stands in no list.
      words:
        title === null || (list === 'draft' && due_at !== null) ? [] : [...wordsIn(title), ...facets(lang, details)],
    }))
  })

function facets(lang: string, details: string): string[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as `revise` wrote it
  const said = JSON.parse(details) as { section?: number; sections: number[]; bylines: { person: number }[] }
  const sections = [...(said.section === undefined ? [] : [said.section]), ...said.sections]
  const people = said.bylines.map(({ person }) => person)
  return [
    `:lang:${lang}`,
    ...[...new Set(sections)].map((id) => `:section:${id}`),
    ...[...new Set(people)].map((id) => `:person:${id}`),
  ]
}

/** As `src/platform/list-words` spelled words when this was written. */
function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/(?<=[A-Za-z])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => /^.{1,60}/u.exec(word)?.[0] ?? word))]
}
