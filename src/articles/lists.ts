import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'

/** The picture that stands for an article. `src` is a path of this site. */
export interface LeadPicture {
  src: string
  alt: string
  width: number
  height: number
  colour?: string
}

/** An article as a list shows it. */
export interface ListedArticle {
  id: Id
  title: string
  summary: string
  path: string
  publishedAt: Instant
  modifiedAt: Instant
  section?: { name: string; path: string }
  picture?: LeadPicture
}

export interface ListPage {
  items: ListedArticle[]
  /** The key of the page after this one, see `before`; none on the last page. */
  older?: string
}

interface Wanted {
  lang: Language
  /** How many at the most. */
  limit: number
  /** A key from `ListPage.older`: what is older than that. */
  before?: string | undefined
}

const columns = [
  'publication.article_id',
  'title',
  'summary',
  'publication.path',
  'publication.published_at',
  'modified_at',
  'name',
  'section_name.path as section_path',
] as const

const latestPage = compileOnce<{ kind: ArticleKind; lang: Language; at: Instant; id: Id; limit: number }>()(
  (db, blank) =>
    db
      .selectFrom('publication')
      .leftJoin('section_name', (join) =>
        join
          .onRef('section_name.section_id', '=', 'publication.section_id')
          .onRef('section_name.lang', '=', 'publication.lang'),
      )
      .select(columns)
      .where('publication.kind', '=', blank.kind)
      .where('publication.lang', '=', blank.lang)
      .where((fields) =>
        fields(
          fields.refTuple('publication.published_at', 'publication.article_id'),
          '<',
          fields.tuple(blank.at, blank.id),
        ),
      )
      .orderBy('publication.published_at', 'desc')
      .orderBy('publication.article_id', 'desc')
      .limit(blank.limit),
)

const sectionPage = compileOnce<{ list: Id; lang: Language; at: Instant; id: Id; limit: number }>()((db, blank) =>
  db
    .selectFrom('article_section as listed')
    .innerJoin('publication', 'publication.article_id', 'listed.article_id')
    .leftJoin('section_name', (join) =>
      join
        .onRef('section_name.section_id', '=', 'publication.section_id')
        .onRef('section_name.lang', '=', 'publication.lang'),
    )
    .select(columns)
    .where('listed.section_id', '=', blank.list)
    .where('listed.lang', '=', blank.lang)
    .where((fields) =>
      fields(fields.refTuple('listed.published_at', 'listed.article_id'), '<', fields.tuple(blank.at, blank.id)),
    )
    .orderBy('listed.published_at', 'desc')
    .orderBy('listed.article_id', 'desc')
    .limit(blank.limit),
)

const topicPage = compileOnce<{ list: Id; lang: Language; at: Instant; id: Id; limit: number }>()((db, blank) =>
  db
    .selectFrom('article_topic as listed')
    .innerJoin('publication', 'publication.article_id', 'listed.article_id')
    .leftJoin('section_name', (join) =>
      join
        .onRef('section_name.section_id', '=', 'publication.section_id')
        .onRef('section_name.lang', '=', 'publication.lang'),
    )
    .select(columns)
    .where('listed.topic_id', '=', blank.list)
    .where('listed.lang', '=', blank.lang)
    .where((fields) =>
      fields(fields.refTuple('listed.published_at', 'listed.article_id'), '<', fields.tuple(blank.at, blank.id)),
    )
    .orderBy('listed.published_at', 'desc')
    .orderBy('listed.article_id', 'desc')
    .limit(blank.limit),
)

type Row = Awaited<ReturnType<typeof latestPage>>[number]

/** The newest articles of a language. */
export async function latest({ db }: Pick<Gawai, 'db'>, { lang, limit, before }: Wanted): Promise<ListPage> {
  return pageOf(await latestPage(db, { kind: 'article', lang, limit: limit + 1, ...positionOf(before) }), limit)
}

/** The newest articles of a section and of everything below it. */
export async function inSection(
  { db }: Pick<Gawai, 'db'>,
  { section, lang, limit, before }: Wanted & { section: Id },
): Promise<ListPage> {
  return pageOf(await sectionPage(db, { list: section, lang, limit: limit + 1, ...positionOf(before) }), limit)
}

/** The newest articles about a topic. */
export async function inTopic(
  { db }: Pick<Gawai, 'db'>,
  { topic, lang, limit, before }: Wanted & { topic: Id },
): Promise<ListPage> {
  return pageOf(await topicPage(db, { list: topic, lang, limit: limit + 1, ...positionOf(before) }), limit)
}

/** The key of a place in a list: the instant and the id of the article above it, in base 36. Stays good for ever. */
export const listKey = (at: Instant, id: Id): string => `${at.toString(36)}-${id.toString(36)}`

/** Whether a word from an address can be a key. */
export const isListKey = (word: string): boolean => /^-?[0-9a-z]{1,11}-[0-9a-z]{1,11}$/.test(word)

const placed = compileOnce<{ id: Id; at: Instant }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select('article_id')
    .where('article_id', '=', blank.id)
    .where('published_at', '=', blank.at),
)

/** Whether a key is the place of an article: else every word of that form would make a page. */
export async function isPlace({ db }: Pick<Gawai, 'db'>, key: string): Promise<boolean> {
  return isListKey(key) && (await placed(db, positionOf(key))).length > 0
}

const top = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }

function positionOf(key: string | undefined): { at: Instant; id: Id } {
  if (key === undefined || !isListKey(key)) return top
  const cut = key.lastIndexOf('-')
  return { at: Number.parseInt(key.slice(0, cut), 36), id: Number.parseInt(key.slice(cut + 1), 36) }
}

/** One row more than a page was asked for: it tells whether there is an older page. */
function pageOf(rows: readonly Row[], limit: number): ListPage {
  const items = rows.slice(0, limit).map(listed)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, older: listKey(last.publishedAt, last.id) } : { items }
}

function listed(row: Row): ListedArticle {
  const article = {
    id: row.article_id,
    title: row.title,
    summary: row.summary,
    path: row.path,
    publishedAt: row.published_at,
    modifiedAt: row.modified_at,
  }
  return row.name !== null && row.section_path !== null
    ? { ...article, section: { name: row.name, path: row.section_path } }
    : article
}
