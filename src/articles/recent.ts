import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Language, shownLanguages } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'

/** What programs that look for news are told of an article. */
export interface RecentArticle {
  id: Id
  title: string
  path: string
  lang: Language
  publishedAt: Instant
}

/** Asked for each language, because the index of the latest list begins with it. */
const articlesSince = compileOnce<{ kind: ArticleKind; lang: Language; since: Instant; limit: number }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select(['article_id as id', 'title', 'path', 'lang', 'published_at as publishedAt'])
    .where('kind', '=', blank.kind)
    .where('lang', '=', blank.lang)
    .where('published_at', '>', blank.since)
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(blank.limit),
)

/** The articles of all languages that readers are shown, which were published after an instant, the newest first. */
export async function publishedSince(
  { reports, settings }: Pick<Gawai, 'reports' | 'settings'>,
  { since, limit }: { since: Instant; limit: number },
): Promise<RecentArticle[]> {
  const found = await Promise.all(
    shownLanguages(settings).map((lang) => articlesSince(reports, { kind: 'article', lang, since, limit })),
  )
  return found
    .flat()
    .toSorted((one, other) => other.publishedAt - one.publishedAt)
    .slice(0, limit)
}
