import { type Kysely, sql } from 'kysely'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Language, languages } from '#platform/settings.ts'
import { currentPath } from './address.ts'
import type { ArticleKind } from './content.ts'
import { titleHolds, wordsOf } from './find-words.ts'
import { type Place, placeKey, placeOf, top } from './place-key.ts'

export const articleStates = ['published', 'scheduled', 'draft', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]

/** An article as the newsroom lists it. */
export interface ArticleLine {
  id: Id
  title: string
  kind: ArticleKind
  lang: Language
  /** When it was published, comes due, was begun or was taken back. */
  at: Instant
  /** Where readers find it, or learn that it is gone. */
  path?: string
}

interface Wanted {
  state: ArticleState
  lang?: Language | undefined
  section?: Id | undefined
  /** Somebody who signs it. */
  person?: Id | undefined
  /** Stand in the title. */
  words?: string
  /** A key from `ArticlesPage.next`. */
  from?: string | undefined
  limit: number
}

/** Articles of one page, and the key of the next one when there is more. */
export interface ArticlesPage {
  items: ArticleLine[]
  next?: string
}

/** Where something is looked for by its words or by what a revision says, no more than so many are looked at. */
const mostLookedAt = 5000

/** The articles of one state: published, taken back and begun ones from the newest, scheduled ones in their turn. */
export async function articlesPage(gawai: Pick<Gawai, 'reports'>, wanted: Wanted): Promise<ArticlesPage> {
  const more = { ...wanted, limit: wanted.limit + 1 }
  const rows = await (wanted.state === 'published' ? published(gawai, more) : unpublished(gawai, more))
  const items = rows.slice(0, wanted.limit)
  const last = items.at(-1)
  return rows.length > wanted.limit && last ? { items, next: placeKey(last) } : { items }
}

async function published({ reports }: Pick<Gawai, 'reports'>, wanted: Wanted): Promise<ArticleLine[]> {
  const before = placeOf(wanted.from)
  const isListed = wanted.section !== undefined || wanted.person !== undefined
  const asked = languages
    .filter((lang) => wanted.lang === undefined || lang === wanted.lang)
    .flatMap((lang) =>
      isListed
        ? [listed(reports, lang, before, wanted)]
        : (['article', 'page'] as const).map((kind) => latest(reports, { lang, kind }, before, wanted)),
    )
  // Each is one range of an index; together they would be a scan.
  const found = (await Promise.all(asked)).flat()
  return found.toSorted((one, other) => other.at - one.at || other.id - one.id).slice(0, wanted.limit)
}

const lineColumns = [
  'publication.article_id as id',
  'publication.title',
  'publication.kind',
  'publication.lang',
  'publication.path',
  'publication.published_at as at',
] as const

async function latest(
  db: Kysely<Tables>,
  { lang, kind }: { lang: Language; kind: ArticleKind },
  before: Place,
  { words = '', limit }: Wanted,
): Promise<ArticleLine[]> {
  const asked = wordsOf(words)
  const newest = db
    .selectFrom('publication')
    .select(lineColumns)
    .where('kind', '=', kind)
    .where('lang', '=', lang)
    .where((row) => row(row.refTuple('published_at', 'article_id'), '<', row.tuple(before.at, before.id)))
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(asked.length > 0 ? mostLookedAt : limit)
  if (asked.length === 0) return newest.execute()
  return db
    .selectFrom(newest.as('newest'))
    .selectAll()
    .where(titleHolds(asked, sql.ref('newest.title')))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

async function listed(
  db: Kysely<Tables>,
  lang: Language,
  before: Place,
  { section, person, words = '', limit }: Wanted,
): Promise<ArticleLine[]> {
  const asked = wordsOf(words)
  const [kind, list] = section === undefined ? (['person', person ?? 0] as const) : (['section', section] as const)
  let places = db
    .selectFrom('listed')
    .select(['article_id', 'published_at'])
    .where('kind', '=', kind)
    .where('list_id', '=', list)
    .where('lang', '=', lang)
    .where((row) => row(row.refTuple('published_at', 'article_id'), '<', row.tuple(before.at, before.id)))
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
  if (section !== undefined && person !== undefined)
    places = places.where((row) =>
      row.exists(
        row
          .selectFrom('listed as signed')
          .select('signed.article_id')
          .whereRef('signed.article_id', '=', 'listed.article_id')
          .where('signed.kind', '=', 'person')
          .where('signed.list_id', '=', person),
      ),
    )
  let query = db
    .selectFrom(places.limit(asked.length > 0 ? mostLookedAt : limit).as('place'))
    .innerJoin('publication', 'publication.article_id', 'place.article_id')
    .select(lineColumns)
    .orderBy('place.published_at', 'desc')
    .orderBy('place.article_id', 'desc')
    .limit(limit)
  if (asked.length > 0) query = query.where(titleHolds(asked, sql.ref('publication.title')))
  return query.execute()
}

async function unpublished({ reports }: Pick<Gawai, 'reports'>, wanted: Wanted): Promise<ArticleLine[]> {
  const { lang, section, person, words = '', limit, state } = wanted
  const asked = wordsOf(words)
  const isNarrowed = asked.length > 0 || section !== undefined || person !== undefined || lang !== undefined
  const window = windowOf(reports, { ...wanted, limit: isNarrowed ? mostLookedAt : limit })
  let query = reports
    .selectFrom(window)
    .innerJoin('article', 'article.id', 'window.article_id')
    .innerJoin('revision', 'revision.article_id', 'article.id')
    .select(['article.id', 'revision.title', 'article.kind', 'article.lang', 'window.at'])
    .where((row) =>
      row(
        'revision.id',
        '=',
        row
          .selectFrom('revision as later')
          .select((rows) => rows.fn.max('later.id').as('newest'))
          .whereRef('later.article_id', '=', 'article.id'),
      ),
    )
    .orderBy('window.at', state === 'scheduled' ? 'asc' : 'desc')
    .orderBy('window.article_id', state === 'scheduled' ? 'asc' : 'desc')
    .limit(limit)
  if (lang !== undefined) query = query.where('article.lang', '=', lang)
  // As `revise` writes them: the ids stand in no index before readers see the article.
  if (section !== undefined) query = query.where('details', 'like', `%"section":${section},%`)
  if (person !== undefined) query = query.where('details', 'like', `%{"person":${person},"role"%`)
  if (asked.length > 0) query = query.where(titleHolds(asked, sql.ref('revision.title')))
  const rows = await query.execute()
  return state === 'withdrawn' ? Promise.all(rows.map((row) => withPath(reports, row))) : rows
}

/** So many articles of a state in its order, from a place. */
function windowOf(db: Kysely<Tables>, { state, from, limit }: Wanted) {
  const at = placeOf(from)
  if (state === 'scheduled') {
    const first = at === top ? { at: 0, id: 0 } : at
    return db
      .selectFrom('schedule')
      .select(['article_id', 'due_at as at'])
      .where((row) => row(row.refTuple('due_at', 'article_id'), '>', row.tuple(first.at, first.id)))
      .orderBy('due_at')
      .orderBy('article_id')
      .limit(limit)
      .as('window')
  }
  if (state === 'withdrawn')
    return db
      .selectFrom('retraction')
      .select(['article_id', 'at'])
      .where((row) => row(row.refTuple('at', 'article_id'), '<', row.tuple(at.at, at.id)))
      .orderBy('at', 'desc')
      .orderBy('article_id', 'desc')
      .limit(limit)
      .as('window')
  return db
    .selectFrom('draft')
    .innerJoin('article as begun', 'begun.id', 'draft.article_id')
    .select(['article_id', 'begun.made_at as at'])
    .where('article_id', '<', at.id)
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('schedule').select('due_at').whereRef('schedule.article_id', '=', 'draft.article_id'),
        ),
      ),
    )
    .orderBy('article_id', 'desc')
    .limit(limit)
    .as('window')
}

async function withPath(db: Kysely<Tables>, line: ArticleLine): Promise<ArticleLine> {
  const path = await currentPath({ db }, { kind: 'article', target: line.id, lang: line.lang })
  return path === undefined ? line : { ...line, path }
}
