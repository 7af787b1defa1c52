import { findAddress } from '#articles'
import { brandSince } from '#organisations'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Language } from '#platform/settings.ts'
import { type Edition, pathWords } from './edition.ts'
import { correctionsPage } from './corrections-page.ts'
import { devicePages } from './devices/device-pages.ts'
import { devicesPage } from './devices/finder/finder-page.ts'
import { dropsPage } from './devices/prices/drops-page.ts'
import { priceFeed } from './devices/prices/price-feed.ts'
import { pricesPage } from './devices/prices/prices-page.ts'
import { homePage } from './home-page.ts'
import type { ListOf } from './lists/article-list.ts'
import { belowList, belowWords } from './lists/below-list.ts'
import { brandList } from './lists/brand.ts'
import { latestList } from './lists/latest.ts'
import { periodList } from './lists/period.ts'
import { personList } from './lists/person.ts'
import { llmsPage } from './llms.ts'
import { leadTo } from './moved.ts'
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
  const { latest, sections, brands, people, archive, corrections, before } = pathWords[lang]
  const { devices, prices, priceDrops } = pathWords[lang]
  const others: EditionPage[] = [
    [below('/'), async (own, { below: asked = '' }) => belowList(own, await latestList(own), asked, own.paths.home)],
    ...listAt(`/${latest}/`, latestList),
    [`/${sections}/`, sectionsPage],
    [`/${brands}/`, brandsPage],
    ...listAt(`/${brands}/:slug/`, (own, { slug = '' }) => brandList(own, slug)).map(orItsHeir),
    [`/${people}/`, peoplePage],
    [`/${devices}/`, devicesPage],
    [`/${devices}/${priceDrops}/`, (own) => dropsPage(own)],
    [`/${devices}/${priceDrops}/:market{[a-z]{2}}/`, (own, { market }) => dropsPage(own, market)],
    [`/${devices}/:slug/feed/`, (own, { slug = '' }) => priceFeed(own, slug)],
    [`/${devices}/:slug/${prices}/`, (own, { slug = '' }) => pricesPage(own, slug)],
    [`/${devices}/:slug/${prices}/:market{[a-z]{2}}/`, (own, { slug = '', market }) => pricesPage(own, slug, market)],
    ...listAt(`/${people}/:slug/`, (own, { slug = '' }) => personList(own, slug)),
    ['/author/:slug/', wordPressAuthor],
    [`/${archive}/`, archivePage],
    [`/${corrections}/`, (own) => correctionsPage(own)],
    [`/${corrections}/${before}/:key{[1-9]\\d{0,15}}/`, (own, { key }) => correctionsPage(own, key)],
    ...periods.flatMap((path) => listAt(path, ofPeriod)),
    ['/offline/', offlinePage],
    ['/llms.txt', llmsPage],
    ...devicePages(lang),
  ]
  return [['/', homePage], ...others.map(afterResidents)]
}

const periods = ['/:year{\\d{4}}/', '/:year{\\d{4}}/:month{\\d\\d}/', '/:year{\\d{4}}/:month{\\d\\d}/:day{\\d\\d}/']
const ofPeriod: ListOf = (own, { year = '', month, day }) => periodList(own, [year, month, day])

/** A site that came from elsewhere may have brought somebody to such an address. */
const afterResidents = ([path, plan]: EditionPage): EditionPage => [
  path,
  async (own, params, asked) =>
    (await findAddress(own.gawai, asked)) ? residentPage(own.gawai, own.assets, asked) : plan(own, params, asked),
]

const below = (path: string): string => `${path}:below{(?:${belowWords})(?:/.*)?}`

/** A list and what stands below it. */
function listAt(path: string, listOf: ListOf): EditionPage[] {
  const plan: EditionPage[1] = async (own, { below: asked = '', ...params }) => {
    const list = await listOf(own, params)
    return list && belowList(own, list, asked)
  }
  return [
    [path, plan],
    [below(path), plan],
  ]
}

/** A brand that became another leads there. */
const orItsHeir = ([path, plan]: EditionPage): EditionPage => [
  path,
  async (own, params, asked) => {
    const page = await plan(own, params, asked)
    const heir = page ? undefined : await brandSince(own.gawai, params['slug'] ?? '')
    return heir === undefined ? page : leadTo(own.paths.brand(heir) + (params['below'] ?? ''))
  },
]

/** Where WordPress had the page of a person. */
const wordPressAuthor: EditionPage[1] = async (own, { slug = '' }) => {
  const person = await personList(own, slug)
  return person && leadTo(person.path)
}
