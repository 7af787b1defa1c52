import { compileOnce } from '#platform/database/compile-once.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import './tables.ts'

const pagesIn = compileOnce<{ lang: Language; limit: number }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select(['title', 'path', 'summary'])
    .where('kind', '=', 'page')
    .where('lang', '=', blank.lang)
    .orderBy('published_at')
    .orderBy('article_id')
    .limit(blank.limit),
)

/** The pages that stand by themselves (about, contact), the oldest first: the order in which they were put up. */
export function standingPages(
  { db }: Pick<Gawai, 'db'>,
  { lang, limit }: { lang: Language; limit: number },
): Promise<{ title: string; path: string; summary: string }[]> {
  return pagesIn(db, { lang, limit })
}
