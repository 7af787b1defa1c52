import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Id, Tables } from '#platform/database/tables.ts'
import { facetTerm, termsIn } from '#platform/list-words/list-words.ts'
import type { SearchedList } from '#platform/list-words/search-list.ts'
import { currentPath } from './address.ts'
import type { ArticleLine, ArticleState, ArticlesWanted } from './article-line.ts'
import { newestOf } from './newest.ts'
import { type Place, placeIn } from './place-key.ts'

type Unpublished = Exclude<ArticleState, 'published'>

/** What readers do not see, or do not see yet. What its newest revision says stands among its words (`keepArticleWords`). */
export function unpublishedList(
  db: Kysely<Tables>,
  state: Unpublished,
  { lang, section, person, words = '', from, limit }: ArticlesWanted,
): SearchedList<number> {
  const place = placeIn(from)
  const facets = { lang, section, person }
  return {
    list: state,
    terms: [
      ...Object.entries(facets).flatMap(([kind, value]) => (value === undefined ? [] : [facetTerm(kind, value)])),
      ...termsIn(words),
    ],
    direction: state === 'scheduled' ? 'asc' : 'desc',
    from: place,
    limit,
    atOf: atOf[state],
    ranges: (most) => [ranges[state](db, place, most)],
  }
}

const atOf: Record<Unpublished, (owner: RawBuilder<Id>) => RawBuilder<unknown>> = {
  draft: (owner) => sql`(select draft.article_id from draft where draft.article_id = ${owner})`,
  scheduled: (owner) => sql`(select due_at from schedule where schedule.article_id = ${owner})`,
  withdrawn: (owner) => sql`(select retraction.at from retraction where retraction.article_id = ${owner})`,
}

const ranges = { draft: drafts, scheduled, withdrawn }

/** Ids grow with time, so their order is the order in which they were begun. */
function drafts(db: Kysely<Tables>, before: Place | undefined, most: number): Expression<unknown> {
  const newest = db
    .selectFrom('draft')
    .select(['article_id as id', 'article_id as at'])
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('schedule').select('due_at').whereRef('schedule.article_id', '=', 'draft.article_id'),
        ),
      ),
    )
    .orderBy('article_id', 'desc')
    .limit(most)
  return before ? newest.where('article_id', '<', before.id) : newest
}

function scheduled(db: Kysely<Tables>, after: Place | undefined, most: number): Expression<unknown> {
  const next = db
    .selectFrom('schedule')
    .select(['article_id as id', 'due_at as at'])
    .orderBy('due_at')
    .orderBy('article_id')
    .limit(most)
  return after
    ? next.where((row) => row(row.refTuple('due_at', 'article_id'), '>', row.tuple(after.at, after.id)))
    : next
}

function withdrawn(db: Kysely<Tables>, before: Place | undefined, most: number): Expression<unknown> {
  const newest = db
    .selectFrom('retraction')
    .select(['article_id as id', 'at'])
    .orderBy('at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(most)
  return before
    ? newest.where((row) => row(row.refTuple('at', 'article_id'), '<', row.tuple(before.at, before.id)))
    : newest
}

/** The same articles as a list shows them: by their newest revisions. */
export async function unpublishedLines(
  db: Kysely<Tables>,
  state: Unpublished,
  ids: readonly Id[],
): Promise<ArticleLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('article')
    .innerJoin('revision', 'revision.article_id', 'article.id')
    .leftJoin('schedule', 'schedule.article_id', 'article.id')
    .leftJoin('retraction', 'retraction.article_id', 'article.id')
    .select(['article.id', 'revision.title', 'article.kind', 'article.lang'])
    .select(['article.made_at as begunAt', 'schedule.due_at as dueAt', 'retraction.at as withdrawnAt'])
    .where('article.id', 'in', ids)
    .where('revision.id', '=', newestOf(db, 'article.id'))
    .execute()
  const lines = rows.map(({ begunAt, dueAt, withdrawnAt, ...line }) => {
    const times = { draft: begunAt, scheduled: dueAt, withdrawn: withdrawnAt }
    return { ...line, at: times[state] ?? begunAt }
  })
  return state === 'withdrawn' ? Promise.all(lines.map((line) => withPath(db, line))) : lines
}

async function withPath(db: Kysely<Tables>, line: ArticleLine): Promise<ArticleLine> {
  const path = await currentPath({ db }, { kind: 'article', target: line.id, lang: line.lang })
  return path === undefined ? line : { ...line, path }
}
