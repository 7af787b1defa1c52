import type { Brand } from './brand.ts'
import type { Found, Gazetteer } from './gazetteer.ts'
import { isWithin, isWordEnd, joinKeys, type Piece } from './pieces.ts'
import { isModel } from './shapes.ts'

/** A name of the catalogue in a text. */
export interface Listed {
  /** The piece behind it. */
  end: number
  found: readonly Found[]
}

const mostPieces = 9

/** The longest name of the catalogue; where the brand's main series is left out ("Samsung A50"), it is thought of. */
export function readListed(gazetteer: Gazetteer, pieces: readonly Piece[], at: number, brand: Brand, before: string) {
  const own = longestListed(gazetteer, pieces, at, { brand, before })
  const first = pieces[at]?.key ?? ''
  if (own || before !== '' || !(first === 'note' || (/^[a-z]/.test(first) && isModel(pieces, at)))) return own
  const told = gazetteer
    .mainSeriesOf(brand)
    .flatMap((main) => longestListed(gazetteer, pieces, at, { brand, before: main }) ?? [])
  return told.toSorted((one, other) => other.end - one.end)[0]
}

/** @param before what the text leaves out, as the key of the names that begin so */
export function longestListed(
  gazetteer: Gazetteer,
  pieces: readonly Piece[],
  at: number,
  { brand, before }: { brand: Brand; before: string },
): Listed | undefined {
  let key = before
  let longest: Listed | undefined
  for (let end = at; end < Math.min(pieces.length, at + mostPieces); end += 1) {
    const piece = pieces[end]
    if (!piece || (end > at && !isWithin(pieces, end))) break
    key = key === '' ? piece.key : joinKeys(key, piece)
    if (!isWordEnd(pieces, end)) continue
    const found = gazetteer.namesAt(key).filter((name) => name.brand === brand)
    if (found.length > 0 && isSound(pieces, at, end)) longest = { end: end + 1, found }
  }
  return longest
}

/** A name of the catalogue that is nothing but a number or a letter must look like one here, too. */
function isSound(pieces: readonly Piece[], at: number, end: number): boolean {
  const piece = pieces[end]
  if (!piece) return false
  if (at === end && piece.key.length === 1 && !/\d/.test(piece.key)) return piece.isCapital
  return (
    !/^\d+$/.test(piece.key) ||
    isModel(pieces, end, end > at) ||
    (end > at && /^\d+$/.test(pieces[end - 1]?.key ?? '') && piece.gap === 'dot') ||
    isYearOfName(piece, end > at)
  )
}

const isYearOfName = ({ key }: Piece, isBehind: boolean): boolean => isBehind && /^20\d\d$/.test(key)
