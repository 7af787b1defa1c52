import { behindSuffixes } from './built-name.ts'
import { bySeries } from './by-series.ts'
import { type Brand, countsAlone, isTelling } from './brand.ts'
import { beginnings, dailyWords, deviceWords, indonesianWords, notDevices } from './misleading-words.ts'
import { isWordEnd, type Piece, wordEnd } from './pieces.ts'
import { type Place, sure } from './place.ts'
import { type Reading, readName } from './read-name.ts'
import { isDaily, keyFrom, type Passage } from './passage.ts'
import { isModel, isNumber } from './shapes.ts'

/** A brand, and the device or series behind it: "Samsung Galaxy A50", "Sony Xperia", "Huawei". */
export function byBrand(passage: Passage, at: number, last: Place | undefined): Place | undefined {
  for (const { brand, end } of passage.brandsAt[at] ?? []) {
    const next = behindPossessive(passage, end)
    const reading = nameBehind(passage, { at, next, brand })
    const isSeparate = next > end && isToldAlone(passage, next, last)
    if (reading && !isSeparate)
      return { start: at, name: next, end: reading.end, reading, brand, confidence: sure.named }
    if (isBrand(passage, { at, end, brand })) return { start: at, end, brand, confidence: sure.named }
  }
  return undefined
}

/** Behind "'s". */
const behindPossessive = ({ pieces }: Passage, end: number): number =>
  pieces[end]?.gap === 'apostrophe' && pieces[end]?.key === 's' ? end + 1 : end

interface BrandPlace {
  at: number
  next: number
  brand: Brand
}

function nameBehind(passage: Passage, { at, next, brand }: BrandPlace): Reading | undefined {
  const { pieces, gazetteer } = passage
  const gap = pieces[next]?.gap
  if (gap !== 'blank' && gap !== 'hyphen' && gap !== 'none') return undefined
  const reading =
    readName(gazetteer, pieces, next, brand) ?? (countsAlone(brand) ? readNewBehind(passage, next, brand) : undefined)
  return reading && isLikely(passage, reading, { at, next, brand }) ? reading : undefined
}

/** A word that is a brand too needs more than a number behind it to be one. */
function isLikely(
  { pieces, isOfFees, isOfDevices }: Passage,
  reading: Reading,
  { at, next, brand }: BrandPlace,
): boolean {
  if (!isDaily(pieces, at, next) && countsAlone(brand)) return true
  if (pieces[at]?.isCapital !== true) return false
  if (reading.found.length === 0) return countsAlone(brand) && isOfDevices && !isOfFees && reading.end - next > 1
  if (countsAlone(brand)) return !isOfFees || isOfDevices
  return reading.kind === 'device' && reading.end - next > 1 && !isNumber(pieces[next]?.key ?? '')
}

function isBrand(passage: Passage, { at, end, brand }: { at: number; end: number; brand: Brand }): boolean {
  const { pieces, isOfFees, isOfDevices } = passage
  if (!countsAlone(brand) || !isWordEnd(pieces, end - 1) || pieces[end]?.gap === 'dot') return false
  if (!isDaily(pieces, at, end)) return true
  const key = keyFrom(pieces, at, end)
  if (pieces[at]?.isCapital !== true || !brand.isKnown || key === 'hp') return false
  if (beginnings.has(key) && (at === 0 || pieces[at]?.gap === 'stop')) return false
  if (indonesianWords.has(key)) return isOfDevices && !isOfFees
  return isOfDevices || passage.lang === 'id' || (at > 0 && isInSmallLetters(pieces))
}

/** Where most words begin with small letters, a capital makes a name. */
const isInSmallLetters = (pieces: readonly Piece[]): boolean =>
  pieces.filter(({ isCapital }) => isCapital).length * 2 < pieces.length

/** Whether it could be found there without its brand. */
function isToldAlone(passage: Passage, at: number, last: Place | undefined): boolean {
  const series = bySeries(passage, at, last)?.reading?.series
  return series !== undefined && isTelling(series)
}

/** "Huawei Luncurkan Atlas 900,": a name that nobody knows, a word or two behind a brand, where the sentence pauses. */
export function byNewName({ pieces }: Passage, at: number, last: Place | undefined): Place | undefined {
  if (!last || last.reading || at - last.end > 2 || pieces[at]?.gap !== 'blank') return undefined
  const reading = readNew(pieces, at, last.brand)
  if (!reading || !isPause(pieces, reading.model + 1)) return undefined
  return { start: at, name: at, end: reading.end, reading, brand: last.brand, confidence: sure.guessed }
}

const isPause = (pieces: readonly Piece[], at: number): boolean => pieces[at]?.gap !== 'blank'

/** A name of a word and a number that nobody has listed. */
function readNew(pieces: readonly Piece[], at: number, brand: Brand): Reading | undefined {
  const model = wordEnd(pieces, at)
  const word = keyFrom(pieces, at, model)
  if (pieces[at]?.isCapital !== true || pieces[model]?.gap !== 'blank' || !/^\p{L}{3,}$/u.test(word)) return undefined
  if (!isNumber(pieces[model]?.key ?? '') || !isModel(pieces, model) || !isWordEnd(pieces, model)) return undefined
  if (dailyWords.has(word) || notDevices.has(word) || deviceWords.has(word)) return undefined
  return { kind: 'device', end: behindSuffixes(pieces, model + 1, { at, brand }), found: [], series: word, model }
}

/** The same right behind its brand, where more than the number says that it is a name: "vivo NEX 3", "Xiaomi Civi 4 Pro". */
function readNewBehind({ pieces, text }: Passage, at: number, brand: Brand): Reading | undefined {
  const reading = readNew(pieces, at, brand)
  const isName = /^\p{Lu}{2,5}$/u.test(text.slice(pieces[at]?.start, pieces[at]?.end))
  return reading && (isName || reading.end > reading.model + 1 || isPause(pieces, reading.end)) ? reading : undefined
}
