import { latest, type ListInUse, listsInUse } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { isShown, type Language, languages, shownLanguages } from '#platform/settings.ts'
import { allBrands } from '#organisations'
import { allPeople } from '#people'
import { pathsOf } from '../edition.ts'
import { sitemapFile, type SitemapLine, sitemapOf } from './written.ts'

/** The liveliest of them; an old site has tens of thousands of topics with one article each. */
const mostLists = 5000

type Asked = Pick<Gawai, 'origin' | 'reports' | 'settings'>

/** The homes of the editions, and every list with an article in it. An empty list is no page worth finding. */
export function listSitemap(gawai: Asked): PagePlan {
  return sitemapFile('lists', async () => {
    const homes = await Promise.all(shownLanguages(gawai.settings).map((lang) => homeOf(gawai, lang)))
    const pathTo = await pathFinder(gawai)
    const lines = (await listsInUse(gawai, mostLists)).flatMap((list) => {
      const path = isShown(gawai.settings, list.lang) ? pathTo(list) : undefined
      return path === undefined ? [] : [listLine(path, list.newestAt)]
    })
    return { body: await sitemapOf(gawai.origin, [...homes.flat(), ...lines]) }
  })
}

async function homeOf({ reports, settings }: Asked, lang: Language): Promise<SitemapLine[]> {
  const { items } = await latest({ db: reports }, { lang, limit: 1 })
  return items.map(({ publishedAt }) => listLine(pathsOf(settings, lang).home, publishedAt))
}

/** Brands and people are known by their slug, in every language. */
async function pathFinder({ reports, settings }: Asked): Promise<(list: ListInUse) => string | undefined> {
  const [anyLanguage = 'id'] = languages
  const brands = new Map((await allBrands({ db: reports }, anyLanguage)).map(({ id, slug }) => [id, slug]))
  const people = new Map((await allPeople({ db: reports }, anyLanguage)).map(({ id, slug }) => [id, slug]))
  return ({ kind, id, lang, path }) => {
    const slug = (kind === 'brand' ? brands : people).get(id)
    if (path !== undefined || slug === undefined) return path
    return kind === 'brand' ? pathsOf(settings, lang).brand(slug) : pathsOf(settings, lang).person(slug)
  }
}

const listLine = (path: string, at: number): SitemapLine => ({ url: path, lastmod: new Date(at).toISOString() })
