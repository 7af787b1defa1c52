import { type Brand, isTelling } from './brand.ts'
import type { Gazetteer } from './gazetteer.ts'
import { bareKinds, dailyWords, notDevices } from './misleading-words.ts'
import { type Place, sure } from './place.ts'
import { type Reading, readName } from './read-name.ts'
import { isWordEnd } from './pieces.ts'
import { isCompound } from './read-series.ts'
import { isGoingOn, type Passage } from './passage.ts'

/** A series that tells its brand: "Galaxy A50", "iPhone". */
export function bySeries(passage: Passage, at: number, last: Place | undefined): Place | undefined {
  const { gazetteer, pieces } = passage
  if (!gazetteer.canBegin(pieces[at]?.key ?? '')) return undefined
  let key = ''
  for (let end = at; end < at + 3 && isGoingOn(pieces, end, at); end += 1) {
    key += pieces[end]?.key ?? ''
    const brand = notDevices.has(key) || bareKinds.has(key) ? undefined : makerOf(passage, key, last)
    if (!brand) continue
    const reading = readName(gazetteer, pieces, at, brand)
    if (!reading || !isTold(passage, reading, { at, key, brand, last })) continue
    return { start: at, name: at, end: reading.end, reading, brand, confidence: sure.telling }
  }
  return undefined
}

/** Who has that series: somebody named in the text, or else who has nearly all of it. */
function makerOf({ gazetteer, brands }: Passage, series: string, last: Place | undefined): Brand | undefined {
  const makers = gazetteer.makersOf(series)
  if (!makers) return undefined
  if (last && (makers.get(last.brand) ?? 0) > 1) return last.brand
  for (const brand of brands) if ((makers.get(brand) ?? 0) > 1) return brand
  return mainMakerOf(makers)
}

function mainMakerOf(makers: ReadonlyMap<Brand, number>): Brand | undefined {
  let [main, most, second] = [undefined as Brand | undefined, 0, 0]
  for (const [brand, count] of makers) {
    if (count > most) [main, most, second] = [brand, count, most]
    else second = Math.max(second, count)
  }
  return main?.isKnown === true && most > 1 && most >= 2 * second ? main : undefined
}

interface SeriesPlace {
  at: number
  key: string
  brand: Brand
  last: Place | undefined
}

function isTold(
  { gazetteer, pieces, brands, isOfDevices }: Passage,
  reading: Reading,
  { at, key, brand, last }: SeriesPlace,
): boolean {
  const isHere = brands.has(brand) || last?.brand === brand
  if (reading.found.length > 0 && reading.found.every(({ needsBrand }) => needsBrand) && !isHere) return false
  const isCapital = pieces[at]?.isCapital === true
  const isListed = reading.found.some(({ isExact }) => isExact)
  if (isTelling(key) && key.length > 2)
    return (
      reading.kind === 'device' ||
      reading.end > reading.model ||
      gazetteer.hasOwnSpelling(key) ||
      (isCapital && (isHere || isOfDevices))
    )
  if (!isCapital) return false
  if (reading.kind === 'series') return isHere && isListed && !dailyWords.has(reading.series)
  if (isHere) return isListed || reading.end - at > 1
  return reading.end - at > 2 || (isListed && isOfDevices)
}

/** "IdeaPad L340", where its maker was named before. */
export function byCompound({ gazetteer, pieces }: Passage, at: number, last: Place | undefined): Place | undefined {
  if (!last || at - last.end > 8 || !isCompound(pieces, at)) return undefined
  const reading = readName(gazetteer, pieces, at, last.brand)
  return reading && { start: at, name: at, end: reading.end, reading, brand: last.brand, confidence: sure.carried }
}

/** A name of two words written as one, which begins with a series: "desirehd". */
export function byWrittenTogether(passage: Passage, at: number): Place | undefined {
  const { gazetteer, pieces } = passage
  const key = pieces[at]?.key ?? ''
  if (key.length < 7 || !isWordEnd(pieces, at)) return undefined
  const found = gazetteer
    .namesAt(key)
    .filter(({ brand, isExact }) => brand.isKnown && isExact && beginsWithSeries(gazetteer, key, brand))
  const [name] = found.filter(({ needsBrand }) => !needsBrand)
  if (!name || dailyWords.has(key)) return undefined
  const reading: Reading = {
    kind: 'device',
    end: at + 1,
    found: found.filter(({ brand }) => brand === name.brand),
    series: '',
    model: at,
  }
  return { start: at, name: at, end: at + 1, reading, brand: name.brand, confidence: sure.telling }
}

function beginsWithSeries(gazetteer: Gazetteer, key: string, brand: Brand): boolean {
  for (let end = 5; end < key.length; end += 1)
    if ((gazetteer.makersOf(key.slice(0, end))?.get(brand) ?? 0) > 2) return true
  return false
}
