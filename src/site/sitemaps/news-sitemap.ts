import { publishedSince, type RecentArticle } from '#articles'
import { machineTime } from '#look/time.ts'
import type { Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { siteName, siteZone } from '#platform/settings.ts'
import { sitemapFile, type SitemapLine, sitemapOf } from './written.ts'

/** Google takes articles for news that long, and so many in one file. */
const newsFor = 48 * 60 * 60_000
const mostNews = 1000

type NewsAsked = Pick<Gawai, 'clock' | 'reports' | 'settings'>
type Asked = NewsAsked & Pick<Gawai, 'origin'>

/**
 * What was published within two days, for Google News (Search Central, "News sitemaps"). Articles leave it by
 * themselves as they age, so it holds only until the oldest does. When all have left, the site alone stands in it.
 */
export function newsSitemap(gawai: Asked): PagePlan {
  return sitemapFile('news', async () => {
    const articles = await news(gawai, mostNews)
    const lines = articles.map((article) => newsLine(gawai, article))
    const body = await sitemapOf(gawai.origin, lines, { news: true })
    const oldest = articles.at(-1)
    return oldest ? { body, until: oldest.publishedAt + newsFor } : { body }
  })
}

/** Until when something is news, unless more is published; undefined when nothing is. */
export async function newsUntil(gawai: NewsAsked): Promise<Instant | undefined> {
  const [newest] = await news(gawai, 1)
  return newest && newest.publishedAt + newsFor
}

const news = ({ clock, ...gawai }: NewsAsked, limit: number): Promise<RecentArticle[]> =>
  publishedSince(gawai, { since: clock.now() - newsFor, limit })

function newsLine({ settings }: Asked, { title, path, lang, publishedAt }: RecentArticle): SitemapLine {
  return {
    url: path,
    news: {
      publication: { name: settings.get(siteName), language: lang },
      publication_date: machineTime(publishedAt, { zone: settings.get(siteZone) }),
      title,
    },
  }
}
