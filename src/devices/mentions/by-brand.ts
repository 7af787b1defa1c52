import { behindSuffixes } from './built-name.ts'
import { bySeries } from './by-series.ts'
import { type Brand, countsAlone, isTelling } from './gazetteer.ts'
import { beginnings, dailyWords, deviceWords, indonesianWords, notDevices } from './misleading-words.ts'
import { isWordEnd, type Piece } from './pieces.ts'
import { type Place, sure } from './place.ts'
import { type Reading, readName } from './read-name.ts'
import { isDaily, keyFrom, type Scan } from './scan.ts'
import { isModel, isNumber } from './shapes.ts'

/** A brand, and the device or series behind it: "Samsung Galaxy A50", "Sony Xperia", "Huawei". */
export function byBrand(scan: Scan, at: number, last: Place | undefined): Place | undefined {
  for (const { brand, end } of scan.brandsAt[at] ?? []) {
    const next = behindPossessive(scan, end)
    const reading = nameBehind(scan, { at, next, brand })
    const isSeparate = next > end && isToldAlone(scan, next, last)
    if (reading && !isSeparate)
      return { start: at, name: next, end: reading.end, reading, brand, confidence: sure.named }
    if (isBrand(scan, { at, end, brand })) return { start: at, end, brand, confidence: sure.named }
  }
  return undefined
}

/** Behind "'s". */
const behindPossessive = ({ pieces }: Scan, end: number): number =>
  pieces[end]?.gap === 'apostrophe' && pieces[end]?.key === 's' ? end + 1 : end

interface BrandPlace {
  at: number
  next: number
  brand: Brand
}

function nameBehind(scan: Scan, { at, next, brand }: BrandPlace): Reading | undefined {
  const { pieces, gazetteer } = scan
  const gap = pieces[next]?.gap
  if (gap !== 'blank' && gap !== 'hyphen' && gap !== 'none') return undefined
  const reading =
    readName(gazetteer, pieces, next, brand) ?? (countsAlone(brand) ? readNewBehind(scan, next, brand) : undefined)
  return reading && isLikely(scan, reading, { at, next, brand }) ? reading : undefined
}

/** A word that is a brand too needs more than a number behind it to be one. */
function isLikely({ pieces, isOfFees, isOfDevices }: Scan, reading: Reading, { at, next, brand }: BrandPlace): boolean {
  if (!isDaily(pieces, at, next) && countsAlone(brand)) return true
  if (pieces[at]?.isCapital !== true) return false
  if (reading.found.length === 0) return countsAlone(brand) && isOfDevices && !isOfFees && reading.end - next > 1
  if (countsAlone(brand)) return !isOfFees || isOfDevices
  return reading.kind === 'device' && reading.end - next > 1 && !isNumber(pieces[next]?.key ?? '')
}

function isBrand(scan: Scan, { at, end, brand }: { at: number; end: number; brand: Brand }): boolean {
  const { pieces, isOfFees, isOfDevices } = scan
  if (!countsAlone(brand) || !isWordEnd(pieces, end - 1) || pieces[end]?.gap === 'dot') return false
  if (!isDaily(pieces, at, end)) return true
  const key = keyFrom(pieces, at, end)
  if (pieces[at]?.isCapital !== true || !brand.isKnown || key === 'hp') return false
  if (beginnings.has(key) && (at === 0 || pieces[at]?.gap === 'stop')) return false
  if (indonesianWords.has(key)) return isOfDevices && !isOfFees
  return isOfDevices || scan.lang === 'id' || (at > 0 && isInSmallLetters(pieces))
}

/** Where most words begin with small letters, a capital makes a name. */
const isInSmallLetters = (pieces: readonly Piece[]): boolean =>
  pieces.filter(({ isCapital }) => isCapital).length * 2 < pieces.length

/** Whether it could be found there without its brand. */
function isToldAlone(scan: Scan, at: number, last: Place | undefined): boolean {
  const series = bySeries(scan, at, last)?.reading?.series
  return series !== undefined && isTelling(series)
}

/** "Huawei Luncurkan Atlas 900,": a name that nobody knows, a word or two behind a brand, where the sentence pauses. */
export function byNewName({ pieces }: Scan, at: number, last: Place | undefined): Place | undefined {
  if (!last || last.reading || at - last.end > 2 || pieces[at]?.gap !== 'blank' || !isPause(pieces, at + 2))
    return undefined
  const reading = readNew(pieces, at, last.brand)
  return reading && { start: at, name: at, end: reading.end, reading, brand: last.brand, confidence: sure.guessed }
}

const isPause = (pieces: readonly Piece[], at: number): boolean => pieces[at]?.gap !== 'blank'

/** A name of a word and a number that nobody has listed. */
function readNew(pieces: readonly Piece[], at: number, brand: Brand): Reading | undefined {
  const [word, number] = [pieces[at], pieces[at + 1]]
  if (!word?.isCapital || number?.gap !== 'blank' || !/^\p{L}{3,}$/u.test(word.key)) return undefined
  if (!/^\d{1,4}$/.test(number.key) || !isModel(pieces, at + 1) || !isWordEnd(pieces, at + 1)) return undefined
  if (dailyWords.has(word.key) || notDevices.has(word.key) || deviceWords.has(word.key)) return undefined
  return {
    kind: 'device',
    end: behindSuffixes(pieces, at + 2, { at, brand }),
    found: [],
    series: word.key,
    model: at + 1,
  }
}

/** The same right behind its brand, where more than the number says that it is a name: "vivo NEX 3", "Xiaomi Civi 4 Pro". */
function readNewBehind({ pieces, text }: Scan, at: number, brand: Brand): Reading | undefined {
  const reading = readNew(pieces, at, brand)
  const isName = /^\p{Lu}{2,5}$/u.test(text.slice(pieces[at]?.start, pieces[at]?.end))
  return reading && (isName || reading.end > at + 2 || isPause(pieces, reading.end)) ? reading : undefined
}
