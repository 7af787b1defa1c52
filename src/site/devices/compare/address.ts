import type { Language } from '#platform/settings.ts'
import type { Edition } from '../../edition.ts'
import { comparedName, readCompared } from '../finder/address.ts'

/** What a reader asks of the comparison, as an address says it. */
export interface AskedComparison {
  slugs: readonly string[]
  isOnlyDifferences: boolean
  /** The name of one more. */
  words: string
}

export const comparisonAsks = {
  id: { differences: 'beda', words: 'nama' },
  en: { differences: 'differences', words: 'name' },
} as const satisfies Record<Language, { differences: string; words: string }>

const longestWords = 100

export function readComparison(lang: Language, query: URLSearchParams): AskedComparison {
  const names = comparisonAsks[lang]
  return {
    slugs: readCompared(query),
    isOnlyDifferences: query.get(names.differences) === '1',
    words: (query.get(names.words) ?? '').trim().slice(0, longestWords),
  }
}

/** @param path of the comparison, or of the same as JSON */
export function comparisonPath(
  { lang, paths }: Pick<Edition, 'lang' | 'paths'>,
  { slugs, isOnlyDifferences = false }: { slugs: readonly string[]; isOnlyDifferences?: boolean },
  path: string = paths.comparison,
): string {
  const pairs = slugs.map((slug) => `${comparedName}=${encodeURIComponent(slug)}`)
  if (isOnlyDifferences) pairs.push(`${comparisonAsks[lang].differences}=1`)
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** Where the same stands as JSON. */
export const jsonPath = (paths: Edition['paths']): string => paths.comparison.replace(/\/$/, '.json')
