import type { Brand } from './gazetteer.ts'
import {
  accessories,
  bareKinds,
  kindsInNames,
  lateSuffixes,
  qualitiesInNames,
  quantities,
  suffixes,
} from './misleading-words.ts'
import { isWithin, isWordEnd, type Piece } from './pieces.ts'
import type { SeriesRead } from './read-series.ts'
import { isModel, isNumber } from './shapes.ts'

/** What nobody has listed yet still looks like a name: "Galaxy S99 Ultra", "Watch S3", "Galaxy Z Fold9", "Redmi Turbo 9". */
export function readBuilt(
  pieces: readonly Piece[],
  at: number,
  { brand, series }: { brand: Brand; series: SeriesRead },
): { end: number; found: [] } | undefined {
  const kinds = behindKinds(pieces, series.end, at)
  const letter = kinds > at && isLetter(pieces[kinds]) ? behindKinds(pieces, kinds + 1, at) : kinds
  const model = behindModel(pieces, letter, letter > at)
  if (model > letter && letter === at && series.key === '' && !takesNumbers(brand, pieces[at])) return undefined
  const suffixed = behindSuffixes(pieces, model, at)
  const late = model > letter || suffixed === at ? suffixed : behindModel(pieces, suffixed, true)
  const end = behindEdition(pieces, behindSuffixes(pieces, late, at))
  const hasModel = late > suffixed || model > kinds
  const isOfKind = series.key !== '' && kinds > series.end && !bareKinds.has(pieces[kinds - 1]?.key ?? '')
  const isWhole = end - at > 1 && suffixes.has(pieces[end - 1]?.key ?? '')
  if (!hasModel && (accessories.has(pieces[end]?.key ?? '') || !(isOfKind || isWhole || suffixed > kinds)))
    return undefined
  return end > at && isWordEnd(pieces, end - 1) ? { end, found: [] } : undefined
}

/** "Smart Band", "Electric Scooter". */
function behindKinds(pieces: readonly Piece[], from: number, at: number): number {
  let end = from
  while ((end === at || isWithin(pieces, end)) && (isKind(pieces, end) || isKind(pieces, end + 1, pieces[end])))
    end += 1
  return end
}

/** @param quality a word before it, such as "Electric" of "Electric Scooter" */
const isKind = (pieces: readonly Piece[], at: number, quality?: Piece): boolean => {
  const piece = pieces[at]
  const isSuch = quality === undefined || (quality.isCapital && qualitiesInNames.has(quality.key))
  return piece !== undefined && piece.isCapital && kindsInNames.has(piece.key) && isSuch
}

/** A model's number, or two with a point between: "7.2". */
function behindModel(pieces: readonly Piece[], at: number, isBehind: boolean): number {
  if (isBehind && !isWithin(pieces, at)) return at
  if (isModel(pieces, at, isBehind)) return at + 1
  const [whole, part, next] = pieces.slice(at, at + 3)
  const isDotted = /^\d{1,2}$/.test(whole?.key ?? '') && part?.gap === 'dot' && /^\d$/.test(part.key)
  return isDotted && !(next && (quantities.has(next.key) || next.gap === 'dot')) ? at + 2 : at
}

/** @param at where the name begins */
export function behindSuffixes(pieces: readonly Piece[], from: number, at: number): number {
  let end = from
  while (end > at && isSuffix(pieces, end)) end += 1
  return end
}

function isSuffix(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]
  if (!piece || !isWithin(pieces, at)) return false
  if (piece.isCapital && lateSuffixes.has(piece.key)) return piece.gap === 'blank'
  // A plus sign is written without a blank, the word with a capital.
  return suffixes.has(piece.key) && (piece.key !== 'plus' || piece.gap === 'none' || piece.isCapital)
}

/** "Mate X", "Mi Box S". */
const isLetter = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.isCapital && piece.gap === 'blank' && /^[b-hj-z]$/.test(piece.key)

/** A brand whose names are never bare numbers is not followed by one that is a name. */
const takesNumbers = (brand: Brand, piece: Piece | undefined): boolean =>
  piece !== undefined && (!isNumber(piece.key) || brand.numbers > 2)

/** "Porsche Design", "Explorer Edition". */
function behindEdition(pieces: readonly Piece[], end: number): number {
  for (const ahead of [1, 2]) {
    const piece = pieces[end + ahead]
    const between = pieces.slice(end, end + ahead + 1)
    if (
      piece &&
      /^(?:edition|edisi|design)$/.test(piece.key) &&
      between.every((one) => one.isCapital && one.gap === 'blank')
    )
      return end + ahead + 1
  }
  return end
}
