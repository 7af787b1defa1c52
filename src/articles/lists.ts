import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'
import { type ListedArticle, type ListedRow, listedColumns, listedOf, publicationsOf } from './listed-article.ts'
import { placeKey, placeOf } from './place-key.ts'
import type { ListKind } from './tables.ts'

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

interface Blanks extends Record<string, unknown> {
  lang: Language
  at: Instant
  id: Id
  limit: number
}

const latestPage = compileOnce<Blanks & { kind: ArticleKind; from: Instant }>()((db, blank) =>
  publicationsOf(db)
    .select(listedColumns)
    .where('publication.kind', '=', blank.kind)
    .where('publication.lang', '=', blank.lang)
    .where('publication.published_at', '>=', blank.from)
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

const listedPage = compileOnce<Blanks & { kind: ListKind; list: Id }>()((db, blank) =>
  publicationsOf(db)
    .innerJoin('listed', 'listed.article_id', 'publication.article_id')
    .select(listedColumns)
    .where('listed.kind', '=', blank.kind)
    .where('listed.list_id', '=', blank.list)
    .where('listed.lang', '=', blank.lang)
    .where((fields) =>
      fields(fields.refTuple('listed.published_at', 'listed.article_id'), '<', fields.tuple(blank.at, blank.id)),
    )
    .orderBy('listed.published_at', 'desc')
    .orderBy('listed.article_id', 'desc')
    .limit(blank.limit),
)

/** The newest articles of a language. */
export function latest(gawai: Pick<Gawai, 'db'>, wanted: Wanted): Promise<ListPage> {
  return latestSince(gawai, wanted, Number.MIN_SAFE_INTEGER)
}

/**
 * The newest articles of a stretch of time.
 *
 * @param period from its first instant up to the first that is no longer in it
 */
export function inPeriod(
  gawai: Pick<Gawai, 'db'>,
  { from, until, before, ...wanted }: Wanted & { from: Instant; until: Instant },
): Promise<ListPage> {
  // The place before everything of its first instant that is no longer in it. A key may come from another period.
  const end = placeKey({ at: until, id: 0 })
  const isWithin = before !== undefined && placeOf(before).at < until
  return latestSince(gawai, { ...wanted, before: isWithin ? before : end }, from)
}

async function latestSince(
  { db }: Pick<Gawai, 'db'>,
  { lang, limit, before }: Wanted,
  from: Instant,
): Promise<ListPage> {
  return pageOf(await latestPage(db, { kind: 'article', lang, from, limit: limit + 1, ...placeOf(before) }), limit)
}

/** The newest articles of a section (and of everything below it), a topic, a brand or a person. */
export async function inList(
  { db }: Pick<Gawai, 'db'>,
  { kind, id: list, lang, limit, before }: Wanted & { kind: ListKind; id: Id },
): Promise<ListPage> {
  return pageOf(await listedPage(db, { kind, list, lang, limit: limit + 1, ...placeOf(before) }), limit)
}

/** One row more than a page was asked for: it tells whether there is an older page. */
export function pageOf(rows: readonly ListedRow[], limit: number): ListPage {
  const items = rows.slice(0, limit).map(listedOf)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, older: placeKey({ at: last.publishedAt, id: last.id }) } : { items }
}
