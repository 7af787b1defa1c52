import { type Brand, type Found, type Gazetteer } from './gazetteer.ts'
import { accessories, bareKinds, kindsInNames, notDevices, qualitiesInNames, suffixes } from './misleading-words.ts'
import { joinKeys, keyOf, type Piece } from './pieces.ts'
import { isModel } from './shapes.ts'

/** A name that begins at a piece of a text. */
export interface Reading {
  /** The piece behind it. */
  end: number
  kind: 'device' | 'series'
  /** The devices and families of exactly that name; none when no device is called so. */
  found: readonly Found[]
  /** The series that it begins with, by its key; nothing when it begins with none. */
  series: string
  /** Where the series ends and the model begins. */
  model: number
}

const mostPieces = 9
/** So many names that begin with a series make it one that is spoken of alone. */
const fewest = 3

/**
 * Reads the longest name that can be a device or series of that brand.
 *
 * @param before what the text leaves out, as the key of the names that begin so: `galaxy` for "S10 and A50"
 */
export function readName(
  gazetteer: Gazetteer,
  pieces: readonly Piece[],
  at: number,
  brand: Brand,
  before = '',
): Reading | undefined {
  const series = readSeries(pieces, at, brand, before)
  const listed = readListed(gazetteer, pieces, at, brand, before)
  const built = readBuilt(pieces, at, { brand, series })
  const longest = listed && (!built || listed.end >= built.end) ? listed : built
  if (!longest) return before === '' ? seriesAlone(pieces, at, { brand, series }) : undefined
  const reading: Reading = { kind: 'device', ...longest, series: series.key, model: series.end }
  return withSeriesWord(pieces, before === '' ? asSeries(reading, { pieces, at, brand }) : reading)
}

/** The longest name of the catalogue; where the brand's main series is left out ("Samsung A50"), it is thought of. */
function readListed(gazetteer: Gazetteer, pieces: readonly Piece[], at: number, brand: Brand, before: string) {
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
): { end: number; found: readonly Found[] } | undefined {
  let key = before
  let longest: { end: number; found: readonly Found[] } | undefined
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

/** What nobody has listed yet still looks like a name: "Galaxy S99 Ultra", "Watch S3". */
function readBuilt(pieces: readonly Piece[], at: number, { brand, series }: { brand: Brand; series: SeriesRead }) {
  let end = series.end
  let kinds = 0
  while ((isKind(pieces, end) || isKind(pieces, end + 1, pieces[end])) && (end === at || isWithin(pieces, end))) {
    kinds += 1
    end += 1
  }
  const behindKinds = end
  const hasModel =
    (end === at || isWithin(pieces, end)) && (isModel(pieces, end, end > at) || (end > at && isLetter(pieces[end])))
  if (hasModel && end === at && series.key === '' && !takesNumbers(brand, pieces[at])) return undefined
  if (hasModel) end += 1
  const isSeriesKind = series.key !== '' && kinds > 0
  const hasSuffix = end > at && (isSuffix(pieces, end) || (end - at > 1 && suffixes.has(pieces[end - 1]?.key ?? '')))
  if (!hasModel && !hasSuffix && !isSeriesKind) return undefined
  while (isSuffix(pieces, end)) end += 1
  if (!hasModel && kinds > 0 && isWithin(pieces, end) && isModel(pieces, end, true)) end += 1
  end = behindEdition(pieces, end)
  if (accessories.has(pieces[end]?.key ?? '') && !hasModel) return undefined
  if (isSeriesKind && !hasModel && end === behindKinds && bareKinds.has(pieces[end - 1]?.key ?? '')) return undefined
  return end > at && isWordEnd(pieces, end - 1) ? { end, found: [] } : undefined
}

/** @param quality a word before it, such as "Electric" of "Electric Scooter" */
const isKind = (pieces: readonly Piece[], at: number, quality?: Piece): boolean => {
  const piece = pieces[at]
  const isSuch = quality === undefined || (quality.isCapital && qualitiesInNames.has(quality.key))
  return piece !== undefined && piece.isCapital && kindsInNames.has(piece.key) && isSuch
}

const isSuffix = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at]
  return (
    piece !== undefined &&
    isWithin(pieces, at) &&
    suffixes.has(piece.key) &&
    !(piece.gap === 'blank' && piece.key === 'plus' && !piece.isCapital)
  )
}

/** "Mate X", "Mi Box S". */
const isLetter = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.isCapital && piece.gap === 'blank' && /^[b-hj-z]$/.test(piece.key)

/** A brand whose names are never bare numbers is not followed by one that is a name. */
const takesNumbers = (brand: Brand, piece: Piece | undefined): boolean =>
  piece !== undefined && (!/^\d+$/.test(piece.key) || brand.numbers > 2)

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

interface SeriesRead {
  key: string
  end: number
}

/** The longest series of the brand that the text begins with there. */
function readSeries(pieces: readonly Piece[], at: number, brand: Brand, before: string): SeriesRead {
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

/** "Sony Xperia", "Galaxy Note", "iPhone": a series, nothing of it named. */
function seriesAlone(
  pieces: readonly Piece[],
  at: number,
  { brand, series }: { brand: Brand; series: SeriesRead },
): Reading | undefined {
  const { key, end } = series
  const last = pieces[end - 1]
  if (end === at || key.length < 3 || !last || !isWordEnd(pieces, end - 1)) return undefined
  if (
    pieces.slice(at, end).every((piece) => bareKinds.has(piece.key)) ||
    notDevices.has(key) ||
    pieces[end]?.gap === 'hyphen'
  )
    return undefined
  const isKnown = (brand.series.get(key) ?? 0) >= fewest || isCompound(pieces, at)
  if (!isKnown || accessories.has(pieces[end]?.key ?? '')) return undefined
  return withSeriesWord(pieces, { kind: /\d/.test(key) ? 'device' : 'series', end, found: [], series: key, model: end })
}

/** A name with no number that many others begin with, or that several devices have loosely, such as "iPad Pro", means them all. */
function asSeries(
  reading: Reading,
  { pieces, at, brand }: { pieces: readonly Piece[]; at: number; brand: Brand },
): Reading {
  const own = pieces.slice(at, reading.end)
  const key = own.map((piece) => piece.key).join('')
  const hasLetter = own.some(
    ({ key: letter, isInner }, index) => letter.length < 2 && !isInner && isWordEnd(pieces, at + index),
  )
  if (/\d/.test(key) || hasLetter) return reading
  const isLoose =
    reading.found.every(({ isExact }) => !isExact) && new Set(reading.found.map(({ device }) => device)).size > 1
  return isLoose || (brand.series.get(key) ?? 0) >= fewest ? { ...reading, kind: 'series' } : reading
}

/** "S8 Series"; "Watch Series 5" is one device. */
function withSeriesWord(pieces: readonly Piece[], reading: Reading): Reading {
  const word = pieces[reading.end]
  if (word?.key !== 'series' || word.gap !== 'blank' || /^\d/.test(pieces[reading.end + 1]?.key ?? '')) return reading
  return { ...reading, kind: 'series', end: reading.end + 1 }
}

/** Whether a piece can go on with a name: nothing but a blank, a hyphen or a point of a number stands between. */
export function isWithin(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]]
  if (!piece) return false
  if (piece.gap === 'dot') return /^\d/.test(piece.key) && /\d$/.test(before?.key ?? '')
  return piece.gap === 'none' || piece.gap === 'blank' || piece.gap === 'hyphen'
}

/** Names end where words do. */
export const isWordEnd = (pieces: readonly Piece[], at: number): boolean => pieces[at + 1]?.isInner !== true
