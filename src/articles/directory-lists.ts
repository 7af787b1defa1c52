import { compileOnce } from '#platform/database/compile-once.ts'
import type { Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'

/** A list that has an article in it. */
export interface ListInUse {
  path: string
  /** When its newest article was published. */
  newestAt: Instant
}

const sectionsInUse = compileOnce<{ limit: number }>()((db, blank) =>
  db
    .selectFrom('article_section as listed')
    .innerJoin('section_name as named', (join) =>
      join.onRef('named.section_id', '=', 'listed.section_id').onRef('named.lang', '=', 'listed.lang'),
    )
    .select((fields) => ['named.path', fields.fn.max('listed.published_at').as('newestAt')])
    .groupBy('named.path')
    .orderBy('newestAt', 'desc')
    .limit(blank.limit),
)
const topicsInUse = compileOnce<{ limit: number }>()((db, blank) =>
  db
    .selectFrom('article_topic as listed')
    .innerJoin('topic_name as named', (join) =>
      join.onRef('named.topic_id', '=', 'listed.topic_id').onRef('named.lang', '=', 'listed.lang'),
    )
    .select((fields) => ['named.path', fields.fn.max('listed.published_at').as('newestAt')])
    .groupBy('named.path')
    .orderBy('newestAt', 'desc')
    .limit(blank.limit),
)
const pagesOf = compileOnce<{ kind: ArticleKind; lang: Language }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select(['title', 'summary', 'path'])
    .where('kind', '=', blank.kind)
    .where('lang', '=', blank.lang)
    .orderBy('title'),
)

/**
 * The lists that hold something, sections before topics and of each kind the liveliest first. Reads every place in
 * every list, so it is asked beside the requests.
 */
export async function listsInUse({ reports }: Pick<Gawai, 'reports'>, limit: number): Promise<ListInUse[]> {
  const lists = [...(await sectionsInUse(reports, { limit })), ...(await topicsInUse(reports, { limit }))]
  return lists.slice(0, limit)
}

/** The pages of a language that stand only at their own address, such as those about the newsroom. */
export function standingPages({ db }: Pick<Gawai, 'db'>, lang: Language) {
  return pagesOf(db, { kind: 'page', lang })
}
