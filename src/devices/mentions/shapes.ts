import { countedThings, quantities } from './misleading-words.ts'
import type { Piece } from './pieces.ts'

const model = /^(?:[a-z]{0,3}\d{1,4}[a-z]{0,2}|i{2,3}|iv|x[rs])$/
const measure = /^\d+(?:gb|tb|mb|mp|mah|w|wh|hz|mm|cm|kg|k|jt|rb|x|th|st|nd|rd|nm|fps|p|g|d|m|am|pm|an)$/
const notModels =
  /^(?:[2-6]g|[hsqj]\d|v\d|h26[45]|mp[34]|usb\d|ip6\d|sd\d+|mt\d+|sm\d+|rp\d+|b2[bc]|f1|g20|g8|covid\d*|ps2|mh\d+|jb\d+|idr\d+|usd?\d+|rm\d+|hut\d+|no\d+|top\d+|ces\d*|ifa\d*|mwc\d*|di\d+|ke\d+)$/

/**
 * Whether a piece can be what tells the models of a series apart: `A50s`, `30`, `GX1`, `II`.
 *
 * @param isAfterSeries a number behind "Galaxy Note" counts less often than one behind "Samsung"
 */
export function isModel(pieces: readonly Piece[], at: number, isAfterSeries = false): boolean {
  const piece = pieces[at]
  if (!piece || !model.test(piece.key) || measure.test(piece.key) || /^[2-6]g$/.test(piece.key)) return false
  return !isNumber(piece.key) || isNumberOfModel(pieces, at, isAfterSeries)
}

/** A bare number is a model's unless it is a year, a price, or counts what follows. */
function isNumberOfModel(pieces: readonly Piece[], at: number, isAfterSeries: boolean): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]]
  if (!piece || isYear(piece.key)) return false
  if (!next) return true
  if (next.gap === 'dot' && /^\d/.test(next.key)) return false
  if (next.gap === 'comma' && next.start === piece.end + 1 && /^\d/.test(next.key)) return false
  if (next.gap !== 'blank') return true
  return !quantities.has(next.key) && (isAfterSeries || !countedThings.has(next.key))
}

export const isNumber = (key: string): boolean => /^\d+$/.test(key)

/** A letter and a number that mean a model even where only the brand was said before: `SU7`, `L340`. */
export const isCode = (piece: Piece): boolean =>
  piece.isCapital && /^[a-z]{1,3}\d{1,4}[a-z]{0,2}$/.test(piece.key) && !notModels.test(piece.key)

export const isYear = (key: string): boolean => /^(?:199\d|20[0-3]\d)$/.test(key)
