import { type Expression, type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import { termsIn } from '#platform/list-words/list-words.ts'
import type { SearchedList } from '#platform/list-words/search-list.ts'
import { type Language, languages } from '#platform/settings.ts'
import type { ArticleLine, ArticlesWanted } from './article-line.ts'
import { placeIn, type Place } from './place-key.ts'

/** What readers see, the newest first. */
export function publishedList(db: Kysely<Tables>, wanted: ArticlesWanted): SearchedList<Instant> {
  const { lang, section, person, words = '', from, limit } = wanted
  const before = placeIn(from)
  const asked = languages.filter((one) => lang === undefined || one === lang)
  const walked = walkedList(wanted)
  return {
    list: 'published',
    terms: termsIn(words),
    direction: 'desc',
    from: before,
    limit,
    atOf: (owner) => publishedAt(owner, wanted),
    // Each is one range of an index; together they would be a scan.
    ranges: (most) =>
      asked.flatMap((one): Expression<unknown>[] =>
        walked === undefined
          ? (['article', 'page'] as const).map((kind) => latest(db, { lang: one, kind }, before).limit(most))
          : [listed(db, { lang: one, ...walked }, before).limit(most)],
      ),
    also: section !== undefined && person !== undefined ? (owner) => isListed(owner, 'section', section) : undefined,
  }
}

interface WalkedList {
  kind: 'section' | 'person'
  list: Id
}

/** People sign less than sections hold, so theirs goes first. */
function walkedList({ section, person }: ArticlesWanted): WalkedList | undefined {
  if (person !== undefined) return { kind: 'person', list: person }
  return section === undefined ? undefined : { kind: 'section', list: section }
}

function publishedAt(owner: RawBuilder<Id>, { lang, section, person }: ArticlesWanted): RawBuilder<unknown> {
  const conditions = [
    ...(lang === undefined ? [] : [sql`lang = ${lang}`]),
    ...(section === undefined ? [] : [isListed(owner, 'section', section)]),
    ...(person === undefined ? [] : [isListed(owner, 'person', person)]),
  ]
  return sql`(select published_at from publication where ${sql.join([sql`article_id = ${owner}`, ...conditions], sql` and `)})`
}

const isListed = (owner: RawBuilder<Id>, kind: WalkedList['kind'], list: Id): RawBuilder<SqlBool> =>
  sql<SqlBool>`(select list_id from listed where listed.article_id = ${owner} and kind = ${kind} and list_id = ${list}) is not null`

function latest(db: Kysely<Tables>, { lang, kind }: Pick<ArticleLine, 'lang' | 'kind'>, before: Place | undefined) {
  const newest = db
    .selectFrom('publication')
    .select(['article_id as id', 'published_at as at'])
    .where('kind', '=', kind)
    .where('lang', '=', lang)
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
  return before
    ? newest.where((row) => row(row.refTuple('published_at', 'article_id'), '<', row.tuple(before.at, before.id)))
    : newest
}

function listed(db: Kysely<Tables>, { lang, kind, list }: WalkedList & { lang: Language }, before: Place | undefined) {
  const newest = db
    .selectFrom('listed')
    .select(['article_id as id', 'published_at as at'])
    .where('kind', '=', kind)
    .where('list_id', '=', list)
    .where('lang', '=', lang)
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
  return before
    ? newest.where((row) => row(row.refTuple('published_at', 'article_id'), '<', row.tuple(before.at, before.id)))
    : newest
}

/** The same articles as a list shows them. */
export const publishedLines = async (db: Kysely<Tables>, ids: readonly Id[]): Promise<ArticleLine[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('publication')
        .select(['article_id as id', 'title', 'kind', 'lang', 'path', 'published_at as at'])
        .where('article_id', 'in', ids)
        .execute()
