import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import './tables.ts'

const pagesIn = compileOnce<{ lang: Language; limit: number }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select(['article_id as id', 'title', 'path', 'summary'])
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
): Promise<{ id: Id; title: string; path: string; summary: string }[]> {
  return pagesIn(db, { lang, limit })
}

const footPagesIn = compileOnce<{ lang: Language; limit: number }>()((db, blank) =>
  db
    .selectFrom('publication')
    .leftJoin('menu_item', (join) =>
      join
        .onRef('menu_item.target_id', '=', 'publication.article_id')
        .onRef('menu_item.lang', '=', 'publication.lang')
        .on('menu_item.menu', '=', 'foot'),
    )
    .select(['publication.article_id as id', 'title', 'path'])
    .where('publication.kind', '=', 'page')
    .where('publication.lang', '=', blank.lang)
    .where((row) => row.or([row('menu_item.position', 'is', null), row('menu_item.position', '>', 0)]))
    .orderBy((row) => row.fn.coalesce('menu_item.position', row.val(behindAll)))
    .orderBy('published_at')
    .orderBy('article_id')
    .limit(blank.limit),
)
const behindAll = 1_000_000

/** Those that stand in the foot of every page: where editors put them, then the ones that nobody decided about. */
export function footPages(
  { db }: Pick<Gawai, 'db'>,
  { lang, limit }: { lang: Language; limit: number },
): Promise<{ id: Id; title: string; path: string }[]> {
  return footPagesIn(db, { lang, limit })
}
