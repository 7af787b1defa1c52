import { compileOnce } from '#platform/database/compile-once.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'

const nearby = compileOnce<{ lang: Language; from: string; to: string; limit: number }>()((db, blank) =>
  db
    .selectFrom('revision')
    .innerJoin('publication', 'publication.revision_id', 'revision.id')
    .select(['publication.title', 'publication.path'])
    .where('publication.lang', '=', blank.lang)
    .where('revision.slug', '>=', blank.from)
    .where('revision.slug', '<', blank.to)
    .orderBy('publication.published_at', 'desc')
    .limit(blank.limit),
)

/** Published articles whose slug begins like the word: what somebody with a broken link may have meant. */
export function slugsLike(
  { db }: Pick<Gawai, 'db'>,
  { word, lang, limit }: { word: string; lang: Language; limit: number },
): Promise<{ title: string; path: string }[]> {
  const from = word.slice(0, longestPrefix)
  return nearby(db, { lang, from, to: `${from}\uffff`, limit })
}

const longestPrefix = 12
