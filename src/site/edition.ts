import { languagePrefix, latest } from '#articles'
import { subscriptionPaths } from '#people'
import type { Assets } from '#look/assets.ts'
import type { TimeStyle } from '#look/time.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Say } from '#platform/i18n.ts'
import {
  isShown,
  type Language,
  languages,
  type Settings,
  siteDescription,
  siteLanguage,
  siteName,
  siteZone,
} from '#platform/settings.ts'

/** The site in one language: what every page of it needs. */
export interface Edition {
  gawai: Gawai
  lang: Language
  say: Say
  name: string
  description: string
  time: TimeStyle
  /** Whole address of a path. */
  absolute(path: string): string
  paths: EditionPaths
  assets: Assets
}

/** The addresses that every edition has. */
export interface EditionPaths {
  home: string
  feed: string
  /** What came out last, and what is awaited. */
  latestDevices: string
  upcomingDevices: string
  family(brand: string, slug: string): string
  devicesOfBrand(brand: string): string
  /** Every device that carries a code. */
  code(code: string): string
  /** Where a reader says what is wrong with a device's page. */
  deviceReport(slug: string): string
  latest: string
  sections: string
  brands: string
  people: string
  archive: string
  /** Everything that readers were told was wrong or is new. */
  corrections: string
  search: string
  offline: string
  subscriptions: string
  /** All devices, and where a reader finds one. */
  devices: string
  /** The same, narrowed: what is asked stands behind the question mark. */
  narrowed: string
  comparison: string
  /** Whether a device works with the carriers of a market. */
  bands: string
  device(slug: string): string
  brand(slug: string): string
  person(slug: string): string
  /** @param name of a period: `2018-03` */
  period(name: string): string
  /** What a device costs; `market` by ISO 3166-1, the newsroom's first by default. */
  devicePrices(slug: string, market?: string): string
  /** What happens with its prices and where it is sold, for programs that follow it. */
  deviceFeed(slug: string): string
  /** What has become cheaper. */
  priceDrops(market?: string): string
  /** Older pages of a list; `key` as in `ListPage.older`. */
  older(list: string, key: string): string
}

/** Path words by language. */
export const pathWords = {
  id: {
    latest: 'terbaru',
    upcoming: 'mendatang',
    code: 'kode',
    report: 'lapor',
    before: 'sebelum',
    sections: 'rubrik',
    brands: 'merek',
    people: 'penulis',
    archive: 'arsip',
    corrections: 'koreksi',
    search: 'cari',
    devices: 'gawai',
    narrowed: 'saring',
    comparison: 'bandingkan',
    bands: 'pita',
    prices: 'harga',
    priceDrops: 'turun-harga',
  },
  en: {
    latest: 'latest',
    upcoming: 'upcoming',
    code: 'code',
    report: 'report',
    before: 'before',
    sections: 'sections',
    brands: 'brands',
    people: 'authors',
    archive: 'archive',
    corrections: 'corrections',
    search: 'search',
    devices: 'devices',
    narrowed: 'filter',
    comparison: 'compare',
    bands: 'bands',
    prices: 'prices',
    priceDrops: 'price-drops',
  },
} as const

export function edition(gawai: Gawai, assets: Assets, lang: Language): Edition {
  const { settings, words, origin } = gawai
  return {
    gawai,
    lang,
    assets,
    say: words.in(lang),
    name: settings.get(siteName),
    description: settings.get(siteDescription[lang]),
    time: { lang, zone: settings.get(siteZone) },
    absolute: (path) => origin + path,
    paths: pathsOf(settings, lang),
  }
}

/** The addresses of the edition in a language. */
export function pathsOf(settings: Settings, lang: Language): EditionPaths {
  const home = `${languagePrefix(lang, settings.get(siteLanguage))}/`
  const { before, ...words } = pathWords[lang]
  const at = (word: string) => `${home}${word}/`
  const within = (place: string, ...names: string[]) =>
    at([place, ...names.map((name) => encodeURIComponent(name))].join('/'))
  return {
    home,
    feed: at('feed'),
    offline: at('offline'),
    latestDevices: within(words.devices, words.latest),
    upcomingDevices: within(words.devices, words.upcoming),
    family: (brand, slug) => within(words.brands, brand, slug),
    devicesOfBrand: (brand) => within(words.brands, brand, words.devices),
    // No address holds a slash that parts nothing.
    code: (code) => within(words.devices, words.code, code.replaceAll('/', '~')),
    deviceReport: (slug) => within(words.devices, slug, words.report),
    subscriptions: subscriptionPaths[lang].home,
    latest: at(words.latest),
    sections: at(words.sections),
    brands: at(words.brands),
    people: at(words.people),
    archive: at(words.archive),
    corrections: at(words.corrections),
    search: at(words.search),
    devices: at(words.devices),
    narrowed: at(`${words.devices}/${words.narrowed}`),
    comparison: at(`${words.devices}/${words.comparison}`),
    bands: at(`${words.devices}/${words.bands}`),
    device: (slug) => `${at(words.devices)}${encodeURIComponent(slug)}/`,
    brand: (slug) => `${at(words.brands)}${encodeURIComponent(slug)}/`,
    person: (slug) => `${at(words.people)}${encodeURIComponent(slug)}/`,
    period: (name) => at(name.replaceAll('-', '/')),
    devicePrices: (slug, market) => `${at(words.devices)}${encodeURIComponent(slug)}/${words.prices}/${inPath(market)}`,
    deviceFeed: (slug) => `${at(words.devices)}${encodeURIComponent(slug)}/feed/`,
    priceDrops: (market) => `${at(words.devices)}${words.priceDrops}/${inPath(market)}`,
    older: (list, key) => `${list}${before}/${key}/`,
  }
}

const inPath = (market: string | undefined): string => (market === undefined ? '' : `${market.toLowerCase()}/`)

/** The edition in the other language; undefined while readers are not shown it. */
export function otherEdition({ gawai, assets, lang }: Edition): Edition | undefined {
  const other = languages.find((language) => language !== lang && isShown(gawai.settings, language))
  return other && edition(gawai, assets, other)
}

/** The same, if there is something to read in it. */
export async function otherInUse(own: Edition): Promise<Edition | undefined> {
  const other = otherEdition(own)
  if (!other) return undefined
  const { items } = await latest(own.gawai, { lang: other.lang, limit: 1 })
  return items.length > 0 ? other : undefined
}
