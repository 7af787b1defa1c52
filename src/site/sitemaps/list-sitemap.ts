import { latest, listsInUse } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { type Language, languages } from '#platform/settings.ts'
import { homePath } from '../edition.ts'
import { sitemapFile, type SitemapLine, sitemapOf } from './written.ts'

/** The liveliest of them; an old site has tens of thousands of topics with one article each. */
const mostLists = 5000

type Asked = Pick<Gawai, 'origin' | 'reports' | 'settings'>

/** The homes of the editions, and every list with an article in it. An empty list is no page worth finding. */
export function listSitemap(gawai: Asked): PagePlan {
  return sitemapFile('lists', async () => {
    const homes = await Promise.all(languages.map((lang) => homeOf(gawai, lang)))
    const lists = await listsInUse(gawai, mostLists)
    const lines = lists.map(({ path, newestAt }) => listLine(path, newestAt))
    return { body: await sitemapOf(gawai.origin, [...homes.flat(), ...lines]) }
  })
}

async function homeOf({ reports, settings }: Asked, lang: Language): Promise<SitemapLine[]> {
  const { items } = await latest({ db: reports }, { lang, limit: 1 })
  return items.map(({ publishedAt }) => listLine(homePath(settings, lang), publishedAt))
}

const listLine = (path: string, at: number): SitemapLine => ({ url: path, lastmod: new Date(at).toISOString() })
