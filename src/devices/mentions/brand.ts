import type { Id } from '#platform/database/tables.ts'
import { dailyWords, suffixes } from './misleading-words.ts'
import { keyOf, type Piece, wordEnd } from './pieces.ts'

/** A brand as the finder knows it. */
export interface Brand {
  /** Undefined for a maker of the field that the catalogue does not hold. */
  id: Id | undefined
  name: string
  /** How many names its devices have, and how many of these begin with a number. */
  names: number
  numbers: number
  /** Whether it counts as named where no device of it is. */
  isKnown: boolean
  /** How many names begin with each series, by its key. */
  series: Map<string, number>
  mainSeries: readonly string[]
  /** How many names have each word behind their number: "ThinQ" of "V40 ThinQ". */
  endings: Map<string, number>
}

/** A brand with fewer names does not count where it stands alone: lists of devices are full of brands called "Yes". */
const fewNames = 40

/** Whether a brand counts where it stands alone. */
export const countsAlone = (brand: Brand): boolean => brand.isKnown || brand.names >= fewNames

/** What a name begins with before its model is told: `galaxy` and `galaxynote` of "Galaxy Note10 Lite". */
export function seriesOf(pieces: readonly Piece[]): string[] {
  const series: string[] = []
  let key = ''
  for (const [at, piece] of pieces.entries()) {
    if (at === 3 || at === pieces.length - 1 || /\d/.test(piece.key)) break
    if (at === 0 && suffixes.has(piece.key)) break
    key += piece.key
    if (pieces[at + 1]?.isInner === true && !/^\d/.test(pieces[at + 1]?.key ?? '')) continue
    series.push(key)
  }
  return series
}

/** The words behind the first number of a name. */
export function endingsOf(pieces: readonly Piece[]): string[] {
  const endings: string[] = []
  const first = pieces.findIndex(({ key }) => /\d/.test(key))
  if (first === -1) return endings
  for (let at = first + 1; at < pieces.length; at = wordEnd(pieces, at)) {
    const word = keyOf(pieces.slice(at, wordEnd(pieces, at)))
    if (/^\p{L}{3,}$/u.test(word)) endings.push(word)
  }
  return endings
}

/** Whether a series tells its maker without the maker being named. */
export const isTelling = (series: string): boolean => !dailyWords.has(series)
