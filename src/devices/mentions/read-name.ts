import type { Brand } from './brand.ts'
import type { Found, Gazetteer } from './gazetteer.ts'
import { behindSuffixes, readBuilt } from './built-name.ts'
import { type Listed, readListed } from './listed-name.ts'
import { accessories, bareKinds, notDevices } from './misleading-words.ts'
import { isWordEnd, type Piece } from './pieces.ts'
import { isCompound, readSeries, type SeriesRead } from './read-series.ts'
import { isModel, isNumber } from './shapes.ts'

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
  const listed = withNumber(pieces, { at, brand }, readListed(gazetteer, pieces, at, brand, before))
  const built = readBuilt(pieces, at, { brand, series })
  const longest = listed && (!built || listed.end >= built.end) ? listed : built
  if (!longest) return before === '' ? seriesAlone(pieces, at, { brand, series }) : undefined
  const reading: Reading = { kind: 'device', ...longest, series: series.key, model: series.end }
  return withSeriesWord(pieces, before === '' ? asSeries(reading, { pieces, at, brand }) : reading)
}

/** A listed name without a number and one behind it is another device: "CyberDog 9" where the catalogue has "CyberDog". */
function withNumber(
  pieces: readonly Piece[],
  name: { at: number; brand: Brand },
  listed: Listed | undefined,
): Listed | undefined {
  if (!listed || pieces.slice(name.at, listed.end).some(({ key }) => /\d/.test(key))) return listed
  const number = pieces[listed.end]
  if (number?.gap !== 'blank' || !isNumber(number.key) || !isModel(pieces, listed.end)) return listed
  return { end: behindSuffixes(pieces, listed.end + 1, name), found: [] }
}

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
