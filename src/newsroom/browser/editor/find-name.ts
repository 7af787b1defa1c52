import { type Pick, picks } from './picks.ts'
import type { Sheet } from './sheet.ts'

/** Whoever is known by these words and not taken yet; behind them whoever is not known, as somebody new. */
export async function findOrName(
  sheet: Sheet,
  kind: 'topics' | 'organisations' | 'people',
  words: string,
  taken: readonly string[],
): Promise<Pick[]> {
  const known = (await picks(sheet, kind, words)).filter(({ name }) => !taken.includes(name))
  const isThere = known.some(({ name }) => name.toLowerCase() === words.toLowerCase())
  return isThere ? known : [...known, { id: 0, name: words, more: sheet.say('add') }]
}
