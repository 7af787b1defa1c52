import type { Brand } from './brand.ts'
import { kindsInNames } from './misleading-words.ts'
import { isWithin, isWordEnd, joinKeys, keyOf, type Piece } from './pieces.ts'

/** The beginning of a name that many devices share. */
export interface SeriesRead {
  /** Empty where there is none. */
  key: string
  /** The piece behind it. */
  end: number
}

/** The longest series of the brand that the text begins with there. */
export function readSeries(pieces: readonly Piece[], at: number, brand: Brand, before: string): SeriesRead {
  let longest = { key: before, end: at }
  let key = before
  for (let end = at; end < Math.min(pieces.length, at + 4); end += 1) {
    const piece = pieces[end]
    if (!piece || (end > at && !isWithin(pieces, end))) break
    key = key === '' ? piece.key : joinKeys(key, piece)
    if ((brand.series.get(key) ?? 0) > 1) longest = { key, end: end + 1 }
  }
  return longest.end === at && isCompound(pieces, at)
    ? { key: key.slice(0, before.length) + keyOf(pieces.slice(at, at + 2)), end: at + 2 }
    : longest
}

/** A name that makers make of two words, whose second says what it is: "IdeaPad", "MateBook". */
export const isCompound = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.isCapital === true &&
  pieces[at + 1]?.isInner === true &&
  kindsInNames.has(pieces[at + 1]?.key ?? '') &&
  isWordEnd(pieces, at + 1)
