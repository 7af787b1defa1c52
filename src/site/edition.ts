import { languagePrefix, latest, sectionTree, shellSubject } from '#articles'
import { type Assets } from '#look/assets.ts'
import { head, type HeadFacts, shellFoot, shellTop, type ShellFacts } from '#look/page.ts'
import type { TimeStyle } from '#look/time.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Html } from '#platform/html.ts'
import type { Say } from '#platform/i18n.ts'
import type { Part } from '#platform/page-store/page.ts'
import {
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
  latest: string
  search: string
  /** Older pages of a list; `key` as in `ListPage.older`. */
  older(list: string, key: string): string
}

/** Path words by language. */
export const listWords = {
  id: { latest: 'terbaru', before: 'sebelum', search: 'cari' },
  en: { latest: 'latest', before: 'before', search: 'search' },
} as const

export function edition(gawai: Gawai, assets: Assets, lang: Language): Edition {
  const { settings, words, origin } = gawai
  const home = homePath(settings, lang)
  return {
    gawai,
    lang,
    assets,
    say: words.in(lang),
    name: settings.get(siteName),
    description: settings.get(siteDescription),
    time: { lang, zone: settings.get(siteZone) },
    absolute: (path) => origin + path,
    paths: {
      home,
      feed: `${home}feed/`,
      latest: `${home}${listWords[lang].latest}/`,
      search: searchPath(settings, lang),
      older: (list, key) => `${list}${listWords[lang].before}/${key}/`,
    },
  }
}

export const homePath = (settings: Settings, lang: Language): string =>
  `${languagePrefix(lang, settings.get(siteLanguage))}/`

/** Where readers search in a language. */
export const searchPath = (settings: Settings, lang: Language): string =>
  `${homePath(settings, lang)}${listWords[lang].search}/`

type OwnHead = Omit<HeadFacts, 'lang' | 'site' | 'style' | 'script'>

/** The head of a page of this edition. */
export function headOf({ lang, name, assets, paths, absolute }: Edition, facts: OwnHead): Html {
  return head({
    lang,
    site: name,
    style: assets.address('gawai.css'),
    script: assets.address('reader.js'),
    feed: { href: absolute(paths.feed), title: name },
    ...facts,
  })
}

/** Lays the edition's frame around a page's own parts. The frame is shared: it is rendered once for all pages. */
export function framed(own: Edition, headPart: Part | string, main: readonly (Part | string)[]): (Part | string)[] {
  const subject = shellSubject(own.lang)
  let asked: Promise<ShellFacts> | undefined
  const facts = () => (asked ??= shellFacts(own))
  const top: Part = { subject, view: 'top', render: async () => ({ body: shellTop(await facts()) }) }
  const foot: Part = { subject, view: 'foot', render: async () => ({ body: shellFoot(await facts()) }) }
  return [headPart, top, ...main, foot]
}

async function shellFacts({ gawai, lang, say, name, paths }: Edition): Promise<ShellFacts> {
  const sections = await sectionTree(gawai, lang)
  const other = languages.find((language) => language !== lang)
  const isOtherUsed = other !== undefined && (await latest(gawai, { lang: other, limit: 1 })).items.length > 0
  return {
    say,
    site: name,
    home: paths.home,
    latest: paths.latest,
    feed: paths.feed,
    sections: sections.filter(({ parent }) => parent === undefined).slice(0, mostSections),
    ...(isOtherUsed && { other: { lang: other, href: homePath(gawai.settings, other) } }),
  }
}

/** More than this is no navigation. */
const mostSections = 12
