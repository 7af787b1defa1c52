import type { Id } from '#platform/database/tables.ts'
import type { Day } from '#platform/fuzzy-date.ts'
import { type Brand, endingsOf, seriesOf } from './brand.ts'
import { nameKeys } from './name-keys.ts'
import { keyOf, type Piece, piecesOf } from './pieces.ts'

/** A name of a device or a family. */
export interface Name {
  device?: Id | undefined
  family?: Id | undefined
  brand: Brand
  needsBrand: boolean
  /** Whether it means the device wherever it stands, as what people call it does. */
  isNickname?: boolean
  /** The days in which it can have been announced. */
  from?: Day | undefined
  to?: Day | undefined
}

export interface Found extends Name {
  isExact: boolean
}

/** All names of devices, families and brands, in a form in which a text is searched for them quickly. */
export interface Gazetteer {
  /** @param names its aliases too @param isKnown whether it counts where it stands alone, whatever it makes */
  addBrand(brand: { id: Id | undefined; names: readonly string[]; isKnown: boolean }): Brand
  /** Adds a name, with or without its brand before it; answers what takes it out again. */
  addName(words: string, name: Name): () => void
  /** A series of a brand of which no device need be known. */
  addSeries(words: string, brand: Brand): void
  /** A code on a box, such as `SM-G998B`. */
  addCode(code: string, name: Name): () => void
  brandsAt(key: string): readonly Brand[]
  namesAt(key: string): readonly Found[]
  /** The brands that have a series of that name. */
  makersOf(series: string): ReadonlyMap<Brand, number> | undefined
  /** The series in which a good part of a brand's devices is: people leave their names out. */
  mainSeriesOf(brand: Brand): readonly string[]
  /** Whether a brand or series can begin with that piece: few words of a text can. */
  canBegin(key: string): boolean
  /** Whether it is spelt as no other word is, such as `iPad` and `ZenFone`. */
  hasOwnSpelling(series: string): boolean
  /** How many forms are known. */
  size(): number
}

/** From so many names on, what they begin with is a series. */
const few = 3
const mainShare = 0.12

export function openGazetteer(): Gazetteer {
  const brands = new Map<string, Brand[]>()
  const keysOfBrand = new Map<Brand, string[]>()
  const names = new Map<string, Found[]>()
  const makers = new Map<string, Map<Brand, number>>()
  const beginnings = new Set<string>()
  const stale = new Set<Brand>()
  const ownSpellings = new Set<string>()

  function count(brand: Brand, pieces: readonly Piece[], by: 1 | -1): void {
    brand.names += by
    if (/^\d/.test(pieces[0]?.key ?? '')) brand.numbers += by
    for (const series of seriesOf(pieces)) {
      beginnings.add(pieces[0]?.key ?? '').add(series)
      if (pieces[1]?.isInner === true && series === keyOf(pieces.slice(0, 2))) ownSpellings.add(series)
      const before = makers.get(series) ?? new Map<Brand, number>()
      const now = (before.get(brand) ?? 0) + by
      if (now > 0) before.set(brand, now)
      else before.delete(brand)
      makers.set(series, before)
      if (now > 0) brand.series.set(series, now)
      else brand.series.delete(series)
    }
    for (const ending of endingsOf(pieces)) brand.endings.set(ending, (brand.endings.get(ending) ?? 0) + by)
    stale.add(brand)
  }

  function mainSeriesOf(brand: Brand): readonly string[] {
    if (stale.delete(brand))
      brand.mainSeries = [...brand.series]
        .filter(([key, many]) => key.length > 1 && many > 2 && many >= mainShare * brand.names)
        .map(([key]) => key)
    return brand.mainSeries
  }

  function put(key: string, found: Found): () => void {
    const there = names.get(key)
    if (there) there.push(found)
    else names.set(key, [found])
    return () => {
      const left = (names.get(key) ?? []).filter((other) => other !== found)
      if (left.length > 0) names.set(key, left)
      else names.delete(key)
    }
  }

  return {
    addBrand({ id, names: [name = '', ...others], isKnown }) {
      const brand: Brand = {
        id,
        name,
        names: 0,
        numbers: 0,
        isKnown,
        series: new Map(),
        mainSeries: [],
        endings: new Map(),
      }
      const spelt = [name, ...others].map((words) => piecesOf(words)).filter((pieces) => pieces.length > 0)
      const keys = [...new Set(spelt.map((pieces) => keyOf(pieces)))]
      for (const key of [...spelt.map(([first]) => first?.key ?? ''), ...keys]) beginnings.add(key)
      keysOfBrand.set(brand, keys)
      for (const key of keys) brands.set(key, [...(brands.get(key) ?? []), brand])
      return brand
    },
    addName(words, name) {
      const whole = piecesOf(words)
      const pieces = behindBrand(whole, keysOfBrand.get(name.brand) ?? [])
      const { exact, loose } = nameKeys(pieces === whole ? words : words.slice(pieces[0]?.start), pieces)
      if (exact === '') return () => {}
      const takeOut = [
        put(exact, { ...name, isExact: true }),
        ...loose.map((key) => put(key, { ...name, isExact: false })),
      ]
      if (name.isNickname === true) beginnings.add(pieces[0]?.key ?? '')
      count(name.brand, pieces, 1)
      return () => {
        for (const take of takeOut) take()
        count(name.brand, pieces, -1)
      }
    },
    addSeries(words, brand) {
      const pieces = piecesOf(words)
      const key = keyOf(pieces)
      beginnings.add(pieces[0]?.key ?? '').add(key)
      ownSpellings.add(key)
      brand.series.set(key, (brand.series.get(key) ?? 0) + few)
      makers.set(key, (makers.get(key) ?? new Map<Brand, number>()).set(brand, brand.series.get(key) ?? few))
    },
    addCode: (code, name) => put(codeKey(code), { ...name, isExact: true }),
    brandsAt: (key) => brands.get(key) ?? [],
    namesAt: (key) => names.get(key) ?? [],
    makersOf: (series) => makers.get(series),
    mainSeriesOf,
    canBegin: (key) => beginnings.has(key),
    hasOwnSpelling: (series) => ownSpellings.has(series),
    size: () => names.size + brands.size,
  }
}

/** Codes stand beside names: `#SMG998B`. */
export const codeKey = (code: string): string => `#${code.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase()}`

/** "OnePlus 7T" of OnePlus is "7T". */
function behindBrand(pieces: Piece[], keys: readonly string[]): Piece[] {
  let key = ''
  for (let at = 0; at < Math.min(3, pieces.length - 1); at += 1) {
    key += pieces[at]?.key ?? ''
    if (pieces[at + 1]?.isInner !== true && keys.includes(key)) return pieces.slice(at + 1)
  }
  return pieces
}
