import type { Brand } from './brand.ts'
import {
  accessories,
  bareKinds,
  countedThings,
  dailyWords,
  deviceWords,
  kindsInNames,
  lateSuffixes,
  notDevices,
  qualitiesInNames,
  quantities,
  suffixes,
} from './misleading-words.ts'
import { isWithin, isWordEnd, keyOf, type Piece, wordEnd } from './pieces.ts'
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
  const suffixed = behindSuffixes(pieces, model, { at, brand })
  const late = model > letter || suffixed === at ? suffixed : behindModel(pieces, suffixed, true)
  const end = behindEdition(pieces, behindSuffixes(pieces, late, { at, brand }))
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

/** Behind "Pro", "5G" and other words that tell models of one number apart. */
export function behindSuffixes(
  pieces: readonly Piece[],
  from: number,
  { at, brand }: { at: number; brand: Brand },
): number {
  let end = from
  let isNumbered = pieces.slice(at, from).some(({ key }) => /\d/.test(key))
  for (let next = from; end > at; end = next) {
    next = behindSuffix(pieces, end) ?? (isNumbered ? behindEnding(pieces, end, brand) : end)
    if (next === end) break
    isNumbered ||= /\d/.test(pieces[end]?.key ?? '')
  }
  return end
}

function behindSuffix(pieces: readonly Piece[], at: number): number | undefined {
  const piece = pieces[at]
  if (!piece || !isWithin(pieces, at)) return undefined
  const isLate = piece.isCapital && piece.gap === 'blank' && lateSuffixes.has(piece.key)
  // A plus sign is written without a blank, the word with a capital.
  const isPlus = piece.key !== 'plus' || piece.gap === 'none' || piece.isCapital
  return isLate || (suffixes.has(piece.key) && isPlus) ? at + 1 : undefined
}

/** Behind a word that this brand puts there, or one letter: "V50 ThinQ", "Reno2 F". */
function behindEnding(pieces: readonly Piece[], at: number, brand: Brand): number {
  const piece = pieces[at]
  if (!piece?.isCapital || piece.gap !== 'blank') return at
  if (isLetter(piece)) return at + 1
  const end = wordEnd(pieces, at)
  const word = keyOf(pieces.slice(at, end))
  return (brand.endings.get(word) ?? 0) >= fewest && !isOrdinary(word) ? end : at
}

/** So many names of a brand that end in a word make it one of its own. */
const fewest = 2
const isOrdinary = (word: string): boolean =>
  [dailyWords, deviceWords, countedThings, quantities, accessories, notDevices].some((words) => words.has(word))

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
