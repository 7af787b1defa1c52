import {
  type Facet,
  facets,
  type FinderOrder,
  finderOrders,
  isOneAtATime,
  isSpecificationFacet,
  type PriceWish,
  specificationOf,
  stepsOf,
} from '#devices'
import type { Language } from '#platform/settings.ts'
import type { Edition } from '../../edition.ts'

/** What a reader asks of the finder, as an address says it. */
export interface Asked {
  filters: ReadonlyMap<Facet, readonly string[]>
  words: string
  price?: PriceWish
  order: FinderOrder
  /** From 1. */
  page: number
  /** Slugs of devices that are put beside each other. */
  compared: readonly string[]
  /** The facet of which every value is shown. */
  whole?: Facet
}

export const nothingAsked: Asked = { filters: new Map(), words: '', order: 'newest', page: 1, compared: [] }

/** More than these are no wish of a reader's. */
const mostKeys = 12
const longestKey = 80
export const longestWords = 100
const mostPages = 10_000
export const mostCompared = 4

/** What facets are called in addresses; another is called as the registry has it. */
const facetNames: Record<Language, Partial<Record<Facet, string>>> = {
  id: {
    brand: 'merek',
    category: 'jenis',
    year: 'tahun',
    weight: 'bobot',
    ip_rating: 'ip',
    display_size: 'layar',
    refresh_rate: 'penyegaran',
    chipset: 'cip',
    cpu_cores: 'inti',
    storage: 'penyimpanan',
    card_slot: 'kartu',
    battery: 'baterai',
    is_battery_removable: 'baterai-lepas',
    charging: 'pengisian',
    wireless_charging: 'pengisian-nirkabel',
    generations: 'jaringan',
    has_esim: 'esim',
    has_nfc: 'nfc',
    has_infrared: 'inframerah',
    has_radio: 'radio',
    has_headphone_jack: 'jack',
    update_years: 'pembaruan',
    energy_class: 'energi',
    repair_class: 'perbaikan',
  },
  en: {
    ip_rating: 'ip',
    display_size: 'display',
    refresh_rate: 'refresh',
    cpu_cores: 'cores',
    card_slot: 'card',
    is_battery_removable: 'removable-battery',
    wireless_charging: 'wireless-charging',
    generations: 'network',
    has_esim: 'esim',
    has_nfc: 'nfc',
    has_infrared: 'infrared',
    has_radio: 'radio',
    has_headphone_jack: 'jack',
    update_years: 'updates',
    energy_class: 'energy',
    repair_class: 'repair',
  },
}

/** What else an address says, and how. */
export const asks = {
  id: {
    words: 'q',
    order: 'urut',
    page: 'hal',
    market: 'pasar',
    from: 'harga-dari',
    to: 'harga-sampai',
    whole: 'semua',
  },
  en: { words: 'q', order: 'sort', page: 'page', market: 'market', from: 'price-from', to: 'price-to', whole: 'all' },
} as const
/** The same in both languages and in the comparison. */
export const comparedName = 'g'

export const facetName = (lang: Language, facet: Facet): string => facetNames[lang][facet] ?? facet.replaceAll('_', '-')

/** Reads what stands behind the question mark; what is no wish is passed over. */
export function readAsked(lang: Language, query: URLSearchParams): Asked {
  const names = asks[lang]
  const filters = new Map<Facet, string[]>()
  for (const facet of facets) {
    const keys = query.getAll(facetName(lang, facet)).filter((key) => isKey(facet, key))
    const kept = [...new Set(keys)].slice(isOneAtATime(facet) ? -1 : -mostKeys).toSorted()
    if (kept.length > 0) filters.set(facet, kept)
  }
  const price = readPrice(lang, query)
  const whole = facets.find((facet) => facetName(lang, facet) === query.get(names.whole))
  return {
    filters,
    words: (query.get(names.words) ?? '').trim().slice(0, longestWords),
    ...(price && { price }),
    order: finderOrders.find((order) => order === query.get(names.order)) ?? 'newest',
    page: Math.min(Math.max(1, Math.floor(Number(query.get(names.page)) || 1)), mostPages),
    compared: readCompared(query),
    ...(whole && { whole }),
  }
}

/** Slugs of devices to put beside each other, each once. */
export const readCompared = (query: URLSearchParams): string[] =>
  [...new Set(query.getAll(comparedName))]
    .filter((slug) => isWord.test(slug) && slug.length <= 200)
    .slice(0, mostCompared)

const isWord = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u

function isKey(facet: Facet, key: string): boolean {
  if (isSpecificationFacet(facet)) {
    const { facet: kind } = specificationOf(facet)
    if (kind === 'flag') return key === '1'
    if (kind === 'steps') return stepsOf(facet).map(String).includes(key)
  }
  return key.length <= longestKey && isWord.test(key)
}

function readPrice(lang: Language, query: URLSearchParams): PriceWish | undefined {
  const { market: name, from: fromName, to: toName } = asks[lang]
  const market = query.get(name) ?? ''
  const [from, to] = [fromName, toName].map((one) => wholeIn(query.get(one) ?? ''))
  if (!/^[A-Z]{2}$/.test(market) || (from === undefined && to === undefined)) return undefined
  return { market, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** A sum as people write it: `5.000.000`, `5000000`. */
function wholeIn(words: string): number | undefined {
  const digits = words.replace(/[\s.,]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

/** The same wish in the one spelling that it has; nothing when nothing is asked. */
export function askedQuery(lang: Language, asked: Asked): string {
  return pairsOf(lang, asked)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

/** Each name and value, in the order of the registry. */
export function pairsOf(lang: Language, asked: Asked): [name: string, value: string][] {
  const names = asks[lang]
  const pairs: [string, string][] = []
  for (const facet of facets)
    for (const key of asked.filters.get(facet) ?? []) pairs.push([facetName(lang, facet), key])
  if (asked.words !== '') pairs.push([names.words, asked.words])
  if (asked.price) {
    const { market, from, to } = asked.price
    pairs.push([names.market, market])
    if (from !== undefined) pairs.push([names.from, String(from)])
    if (to !== undefined) pairs.push([names.to, String(to)])
  }
  if (asked.order !== 'newest') pairs.push([names.order, asked.order])
  for (const slug of asked.compared) pairs.push([comparedName, slug])
  if (asked.whole) pairs.push([names.whole, facetName(lang, asked.whole)])
  if (asked.page > 1) pairs.push([names.page, String(asked.page)])
  return pairs
}

/** With that value, in the place of another where there can be only one. */
export function withKey(asked: Asked, facet: Facet, key: string): Asked {
  const others = isOneAtATime(facet) ? [] : (asked.filters.get(facet) ?? [])
  const filters = new Map(asked.filters).set(facet, [...others, key].toSorted())
  return { ...asked, filters, page: 1 }
}

export function withoutKey(asked: Asked, facet: Facet, key: string): Asked {
  const filters = new Map(asked.filters)
  const left = (asked.filters.get(facet) ?? []).filter((one) => one !== key)
  if (left.length > 0) filters.set(facet, left)
  else filters.delete(facet)
  return { ...asked, filters, page: 1 }
}

/** The address of a wish; without one it is the page of all devices. */
export function pathOf({ lang, paths }: Edition, asked: Asked): string {
  const query = askedQuery(lang, asked)
  return query === '' ? paths.devices : `${paths.narrowed}?${query}`
}

/** Pages that say what so many filters say together are for readers, not to be found by searches. */
const mostFound = 2
/** Whether it is more than a reader would look for in a search engine. */
export const isDeep = ({ filters, words, price, page }: Asked): boolean =>
  words !== '' || price !== undefined || page > 1 || [...filters.values()].flat().length > mostFound
