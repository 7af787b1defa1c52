import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Kysely, PostgresDialect } from 'kysely'
import { findTopic, inList, latest, publish, publishedArticle, revisionsPage, sectionTree } from '#articles'
import { databaseState, migrate } from '#platform/database/migrate.ts'
import { databaseFile } from '#platform/database/open.ts'
import { sqliteDialect } from '#platform/database/sqlite-dialect.ts'
import { openSqliteFile } from '#platform/database/sqlite-file.ts'
import type { Tables } from '#platform/database/tables.ts'
import { readWords } from '#platform/i18n.ts'
import { silentLog } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'
import { wordFolders } from '../../src/app.ts'
import { stillClock } from '#test/clock.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { adapters } from './open.ts'

/** What the migration takes apart or adds to. */
type Before = Omit<Tables, 'publication'> & {
  publication: Omit<Tables['publication'], 'picture'>
  article_section: { section_id: number; lang: string; published_at: number; article_id: number }
  article_topic: { topic_id: number; lang: string; published_at: number; article_id: number }
}

const noon = Date.UTC(2018, 2, 6, 5)
const document = '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Isi."}]}]}'
const details =
  '{"summary":"","section":2,"sections":[],"topics":[5],"bylines":[{"person":7,"role":"writer"},{"person":8,"role":"editor"},{"person":7,"role":"photo"}],"sources":[]}'

/** Articles 101 and 102 in Indonesian, 103 in English, 104 a page, 105 taken back; sections 1 above 2; topic 5; people 7 and 8. */
async function fill(db: Kysely<Before>): Promise<void> {
  await db
    .insertInto('person')
    .values([
      { id: 7, slug: 'wulan', name: 'Wulan', initials: 'W', made_at: noon },
      { id: 8, slug: 'hanif', name: 'Hanif', initials: 'H', made_at: noon },
    ])
    .execute()
  await db
    .insertInto('section')
    .values([
      { id: 1, parent_id: null, position: 1 },
      { id: 2, parent_id: 1, position: 2 },
    ])
    .execute()
  for (const [section_id, slug] of [
    [1, 'gadget'],
    [2, 'ponsel'],
  ] as const)
    await db
      .insertInto('section_name')
      .values({ section_id, lang: 'id', slug, name: slug, description: '', path: `/rubrik/${slug}/` })
      .execute()
  await db.insertInto('topic').values({ id: 5 }).execute()
  await db
    .insertInto('topic_name')
    .values({ topic_id: 5, lang: 'id', slug: 'xiaomi', name: 'Xiaomi', description: '', path: '/topik/xiaomi/' })
    .execute()
  for (const [id, kind, lang] of [
    [101, 'article', 'id'],
    [102, 'article', 'id'],
    [103, 'article', 'en'],
    [104, 'page', 'id'],
    [105, 'article', 'id'],
  ] as const) {
    await db.insertInto('article').values({ id, kind, lang, pair_id: null, guid: null, made_at: noon }).execute()
    await db
      .insertInto('revision')
      .values({
        id: id + 100,
        article_id: id,
        made_at: noon,
        made_by: null,
        title: `Kabar ${id}`,
        slug: `kabar-${id}`,
        details,
      })
      .execute()
    await db
      .insertInto('revision_body')
      .values({ revision_id: id + 100, document })
      .execute()
    if (id === 105) continue
    const at = noon + id
    const row = {
      article_id: id,
      revision_id: id + 100,
      kind,
      lang,
      section_id: 2,
      path: `/kabar-${id}/`,
      title: `Kabar ${id}`,
      summary: 'Isi.',
      published_at: at,
      published_by: null,
      modified_at: at,
    }
    await db.insertInto('publication').values(row).execute()
    await db
      .insertInto('byline')
      .values([
        { article_id: id, position: 0, role: 'writer', person_id: 7 },
        { article_id: id, position: 1, role: 'editor', person_id: 8 },
        { article_id: id, position: 2, role: 'photo', person_id: 7 },
      ])
      .execute()
    if (kind === 'page') continue
    for (const section_id of [1, 2])
      await db.insertInto('article_section').values({ section_id, lang, published_at: at, article_id: id }).execute()
    if (id !== 102)
      await db.insertInto('article_topic').values({ topic_id: 5, lang, published_at: at, article_id: id }).execute()
  }
}

for (const { name, skip, url } of adapters)
  describe(`a site of before the reader's pages, on ${name}`, { skip }, () => {
    it('comes forward at the next start with every list, and everybody’s own list beside', async (test) => {
      const [data, address] = [await temporaryFolder(test), await url()]
      const old = await openOld(data, address)
      await migrate(old.db, '005-interchange')
      await fill(old.db as unknown as Kysely<Before>)
      assert.equal(await databaseState(old.db, 'test'), 'behind')
      await old.close()

      const words = readWords(wordFolders)
      const gawai = await openGawai({
        data,
        database: address,
        origin: 'https://gawai.example',
        words,
        clock: stillClock(),
        log: silentLog,
      })
      test.after(() => gawai.close())
      const ids = async (kind: 'section' | 'topic' | 'person', id: number, lang: 'id' | 'en' = 'id') =>
        (await inList(gawai, { kind, id, lang, limit: 9 })).items.map((item) => item.id)
      for (const section of [1, 2]) assert.deepEqual(await ids('section', section), [102, 101])
      assert.deepEqual(await ids('topic', 5), [101])
      for (const person of [7, 8]) assert.deepEqual(await ids('person', person), [102, 101])
      assert.deepEqual(
        [await ids('section', 2, 'en'), await ids('topic', 5, 'en'), await ids('person', 8, 'en')],
        [[103], [103], [103]],
      )
      const rows = await gawai.db
        .selectFrom('listed')
        .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
        .groupBy('kind')
        .orderBy('kind')
        .execute()
      assert.deepEqual(
        rows.map(({ kind, count }) => [kind, Number(count)]),
        [
          ['person', 6],
          ['section', 6],
          ['topic', 2],
        ],
      )

      assert.deepEqual(
        (await latest(gawai, { lang: 'id', limit: 9 })).items.map(({ id }) => id),
        [102, 101],
      )
      const article = await publishedArticle(gawai, 101)
      assert.equal(article?.signOff, '[W/H]')
      assert.deepEqual(
        article?.topics.map((topic) => ({ ...topic })),
        [{ name: 'Xiaomi', path: '/topik/xiaomi/' }],
      )
      assert.equal((await sectionTree(gawai, 'id')).length, 2)
      assert.equal((await findTopic(gawai, 5, 'id'))?.name, 'Xiaomi')

      const shown = await revisionsPage(gawai, { article: 101, limit: 9 })
      assert.deepEqual(
        shown.items.map(({ shownAt, keptAt, savedAt }) => [shownAt, keptAt, savedAt]),
        [[noon + 101, noon, noon]],
      )
      assert.equal((await revisionsPage(gawai, { article: 105, limit: 9 })).items[0]?.shownAt, undefined)

      // And it goes on from there.
      await publish(gawai, { article: 105 })
      assert.deepEqual(await ids('section', 1), [105, 102, 101])
      assert.deepEqual(await ids('person', 7), [105, 102, 101])
    })

    it('comes forward also when it holds nothing yet', async (test) => {
      const old = await openOld(await temporaryFolder(test), await url())
      await migrate(old.db, '005-interchange')
      await migrate(old.db)
      assert.equal(await databaseState(old.db, 'test'), 'current')
      assert.deepEqual(await old.db.selectFrom('listed').selectAll().execute(), [])
      await old.close()
    })
  })

/** The database as it is, brought to no form. */
async function openOld(
  data: string,
  address: string | undefined,
): Promise<{ db: Kysely<Tables>; close(): Promise<void> }> {
  if (address === undefined) {
    const file = openSqliteFile(databaseFile(data), 'write')
    const db = new Kysely<Tables>({ dialect: sqliteDialect((text, parameters) => file.run(text, parameters)) })
    return { db, close: async () => file.close() }
  }
  const { default: pg } = await import('pg')
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: address }) }) })
  return { db, close: () => db.destroy() }
}
