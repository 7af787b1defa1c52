import { type Kysely, type RawBuilder, sql } from 'kysely'
import { upTo } from './rows.ts'

/**
 * Rows as they stood before the table of words (migration 011), so that opening the site measures the migration, too.
 * One title in two is Samsung's and one in two Xiaomi's, never both; `unik17` is in ten; every one holds "kabar".
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the tables of an earlier form
export async function fillLists(db: Kysely<any>, rows: number): Promise<void> {
  const run = (statement: RawBuilder<unknown>) => statement.execute(db)
  const all = upTo(rows)
  const brand = sql`case i % 2 when 0 then 'Samsung' else 'Xiaomi' end`
  const title = sql`'Kabar ' || ${brand} || ' Édisi ' || (i % 97) || ' unik' || (i % ${sql.lit(Math.ceil(rows / 10))})`
  const lang = sql`case i % 10 when 0 then 'en' else 'id' end`

  await run(
    sql`insert into person (id, slug, name, initials, made_at) ${upTo(50)} select i, 'orang-' || i, 'Orang ' || i, 'O', 1 from n`,
  )
  await run(sql`insert into section (id, parent_id, position) ${upTo(20)} select i, null, i from n`)
  await run(
    sql`insert into section_name (section_id, lang, slug, name, description, path) ${upTo(20)} select i, 'id', 'rubrik-' || i, 'Rubrik ' || i, '', '/rubrik/' || i || '/' from n`,
  )

  await run(sql`insert into topic (id, merged_into) ${all} select i, null from n`)
  await run(
    sql`insert into topic_name (topic_id, lang, slug, name, description, path) ${all} select i, 'id', 'topik-' || i, ${title}, '', '/topik/' || i || '/' from n`,
  )
  await run(
    sql`insert into organisation (id, slug, name, kind, is_brand, url, made_at, merged_into) ${all} select i, 'organisasi-' || i, ${title}, case i % 100 when 0 then 'shop' else 'company' end, 0, null, 1, null from n`,
  )

  for (const [index, state] of ['publication', 'draft', 'schedule', 'retraction'].entries()) {
    // Told apart by four: no state's articles are all newer than another's.
    const id = sql`(i * 4 + ${sql.lit(index)})`
    const details = sql`'{"summary":"","section":' || (1 + i % 20) || ',"sections":[],"topics":[],"bylines":[{"person":' || (1 + i % 50) || ',"role":"writer"}],"sources":[]}'`
    await run(
      sql`insert into article (id, kind, lang, pair_id, guid, made_at) ${all} select ${id}, 'article', ${lang}, null, null, i from n`,
    )
    await run(
      sql`insert into revision (id, article_id, made_at, made_by, title, slug, details) ${all} select ${id}, ${id}, i, null, ${title}, 'kabar-' || ${id}, ${details} from n`,
    )
    if (state === 'publication') {
      await run(
        sql`insert into publication (article_id, revision_id, kind, lang, section_id, path, title, summary, published_at, published_by, modified_at, picture) ${all} select ${id}, ${id}, 'article', ${lang}, 1 + i % 20, '/kabar-' || i || '/', ${title}, 'Ringkasan yang agak panjang.', i, null, i, null from n`,
      )
      await run(
        sql`insert into listed (kind, list_id, lang, published_at, article_id) ${all} select 'section', 1 + i % 20, ${lang}, i, ${id} from n`,
      )
      await run(
        sql`insert into listed (kind, list_id, lang, published_at, article_id) ${all} select 'person', 1 + i % 50, ${lang}, i, ${id} from n`,
      )
    }
    if (state === 'draft') await run(sql`insert into draft (article_id) ${all} select ${id} from n`)
    if (state === 'retraction')
      await run(sql`insert into retraction (article_id, at, "by", why) ${all} select ${id}, i, null, 'Keliru.' from n`)
    if (state === 'schedule') {
      await run(
        sql`insert into schedule (article_id, revision_id, due_at, set_by, set_at) ${all} select ${id}, ${id}, 9000000000000 + i, null, 1 from n`,
      )
      await run(sql`insert into draft (article_id) ${all} select ${id} from n`)
    }
  }
}

/** Pictures: the newer half was removed; one in a hundred lies in a folder of its own, and the newest are in none. */
// oxlint-disable-next-line typescript/no-explicit-any -- as above
export async function fillPictures(db: Kysely<any>, rows: number): Promise<void> {
  const run = (statement: RawBuilder<unknown>) => statement.execute(db)
  const [here, all] = [rows, upTo(rows * 2)]
  const words = sql`'kabar ' || case i % 2 when 0 then 'samsung' else 'xiaomi' end || ' unik' || (i % ${sql.lit(Math.ceil(rows / 10))}) || '.png'`
  await run(
    sql`insert into folder (id, parent_id, name, name_key) ${upTo(20)} select i, null, 'Map ' || i, 'map ' || i from n`,
  )
  await run(
    sql`insert into picture (id, file, alt_id, alt_en, credit, licence, folder_id, words, made_at, made_by, removed_at) ${all} select i, 'f' || i || '.png', '', '', 'Rina', '', case when i < 100 then null when i % 100 = 0 then 2 else 1 end, ${words}, i, null, case when i > ${sql.lit(here)} then i end from n`,
  )
  await run(
    sql`insert into picture_file (file, picture_id, original, name, width, height, bytes, colour, kept_sum, made_at) ${all} select 'f' || i || '.png', i, null, ${words}, 100, 100, 1000, '#aabbcc', 'x', i from n`,
  )
  await run(
    sql`insert into picture_label (kind, name, picture_id) ${all} select 'device', 'Galaxy ' || (i % 150), i from n`,
  )
  // Only a few of the oldest are shown by nobody.
  await run(
    sql`insert into picture_use (file, kind, user_id) ${upTo(here)} select 'f' || i || '.png', 'published', 4 * i from n where i > 1000`,
  )
}
