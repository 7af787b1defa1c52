/** What stands for a row in a search of its list: a word that it holds, or a facet such as `:section:17`. */
export interface Term {
  word: string
  /** A facet is meant whole; of a word the beginning is enough. */
  isWhole: boolean
}

/** Nobody types more of a word, and a key must not be endless. */
const longestWord = /^.{1,60}/u
const mostAsked = 8

/**
 * The words of a text as both sides of a search spell them: small letters, Latin ones without accents, each word once.
 * Nothing in them means anything to LIKE.
 */
export function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/(?<=[A-Za-z])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => longestWord.exec(word)?.[0] ?? word))]
}

/** What a question asks for: words that begin so, eight at the most. */
export const termsIn = (question: string): Term[] =>
  wordsIn(question)
    .slice(0, mostAsked)
    .map((word) => ({ word, isWhole: false }))

/** One thing that a row is narrowed by. It begins as no word does, so that the beginning of none finds it. */
export const facet = (kind: string, value: number | string): string => `:${kind}:${value}`

export const facetTerm = (kind: string, value: number | string): Term => ({ word: facet(kind, value), isWhole: true })

/** All that a row is found by, in one line with a blank around each: `% gal%` finds a beginning. */
export const lineOf = (words: readonly string[]): string => ` ${[...new Set(words)].toSorted().join(' ')} `
