import type { PagePlan } from '#platform/page-store/page.ts'
import type { Language } from '#platform/settings.ts'
import { brandList, latestList, type ListOf, periodList, personList } from './article-list.ts'
import { type Edition, pathWords } from './edition.ts'
import { feedPage } from './feeds/feed-page.ts'
import { feedFormats, oldFeedNames } from './feeds/formats.ts'
import { homePage } from './home-page.ts'
import { listPage } from './list-page.ts'
import { llmsPage } from './llms.ts'
import { leadTo, movedTo } from './moved.ts'
import { archivePage, brandsPage, peoplePage, sectionsPage } from './names-page.ts'
import { offlinePage } from './offline-page.ts'
import { residentPage } from './resident.ts'

/** Nothing: somebody may live at that address. */
export type Planned = PagePlan | undefined | Promise<PagePlan | undefined>
export type Params = Record<string, string>

/** An address below an edition's own, and what stands there. `asked` is the path that somebody asks for. */
export type EditionPage = [path: string, plan: (own: Edition, params: Params, asked: string) => Planned]

/** What every edition has by itself. Sections, topics and articles live at addresses of their own: see `residentPage`. */
export function editionPages(lang: Language): EditionPage[] {
  const { latest, sections, brands, people, archive } = pathWords[lang]
  return [
    ['/', homePage],
    ...feedsAt('/', latestList),
    ...listAt(lang, `/${latest}/`, latestList),
    [`/${sections}/`, sectionsPage],
    [`/${brands}/`, brandsPage],
    ...listWithFeeds(lang, `/${brands}/:slug/`, (own, { slug = '' }) => brandList(own, slug)),
    [`/${people}/`, peoplePage],
    ...listWithFeeds(lang, `/${people}/:slug/`, (own, { slug = '' }) => personList(own, slug)),
    [`/${archive}/`, archivePage],
    ...periods.flatMap((path) => listAt(lang, path, ofPeriod)).map(afterResidents),
    ...oldPages,
    ['/offline/', offlinePage],
    ['/llms.txt', llmsPage],
  ]
}

/** Addresses that WordPress had in itself: people, and the pages of everything by number. */
const oldPages: EditionPage[] = [
  [
    '/author/:slug/',
    async (own, { slug = '' }) => {
      const person = await personList(own, slug)
      return person && leadTo(person.path)
    },
  ],
  ['/page/:number{\\d+}/', ({ paths }) => leadTo(paths.latest)],
]

const periods = ['/:year{\\d{4}}/', '/:year{\\d{4}}/:month{\\d\\d}/', '/:year{\\d{4}}/:month{\\d\\d}/:day{\\d\\d}/']
const ofPeriod: ListOf = (own, { year = '', month, day }) => periodList(own, [year, month, day])

/** An article's address may look like a day. */
const afterResidents = ([path, plan]: EditionPage): EditionPage => [
  path,
  async (own, params, asked) => (await residentPage(own.gawai, own.assets, asked)) ?? plan(own, params, asked),
]

const listWithFeeds = (lang: Language, path: string, listOf: ListOf): EditionPage[] => [
  ...listAt(lang, path, listOf),
  ...feedsAt(path, listOf),
]

/** A list and its older pages. */
function listAt(lang: Language, path: string, listOf: ListOf): EditionPage[] {
  const pageOf = async (own: Edition, { key, ...params }: Params) => {
    const list = await listOf(own, params)
    return list && listPage(own, list, key)
  }
  return [
    [path, pageOf],
    [`${path}${pathWords[lang].before}/:key/`, pageOf],
  ]
}

/** The same list for programs, in every format and under the names that WordPress had for it. */
function feedsAt(path: string, listOf: ListOf): EditionPage[] {
  const formats = feedFormats.map((format): EditionPage => [
    path + format.below,
    async (own, params) => {
      const list = await listOf(own, params)
      return list && feedPage(own, list, format)
    },
  ])
  const oldNames = oldFeedNames.map((name): EditionPage => [
    path + name,
    async (own, params, asked) => {
      const list = await listOf(own, params)
      return list && movedTo(list.feed, asked)
    },
  ])
  return [...formats, ...oldNames]
}
