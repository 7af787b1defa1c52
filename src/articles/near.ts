import { compileOnce } from '#platform/database/compile-once.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'

/** A site may have thousands that begin alike, and every wrong address asks. */
const mostLookedAt = 200

const nearby = compileOnce<{ lang: Language; from: string; to: string; limit: number }>()((db, blank) =>
  db
    .selectFrom(
      db
        .selectFrom('revision')
        .select('id')
        .where('slug', '>=', blank.from)
        .where('slug', '<', blank.to)
        .orderBy('slug')
        .limit(mostLookedAt)
        .as('near'),
    )
    .innerJoin('publication', 'publication.revision_id', 'near.id')
    .select(['publication.title', 'publication.path'])
    .where('publication.lang', '=', blank.lang)
    .orderBy('publication.published_at', 'desc')
    .limit(blank.limit),
)

/** Published articles whose slug begins like the word: what somebody with a broken link may have meant. */
export function slugsLike(
  { reports }: Pick<Gawai, 'reports'>,
  { word, lang, limit }: { word: string; lang: Language; limit: number },
): Promise<{ title: string; path: string }[]> {
  const from = word.slice(0, longestPrefix)
  return nearby(reports, { lang, from, to: `${from}\uffff`, limit })
}

const longestPrefix = 12
