import { sitemapSubject } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { settingsSubject, shownLanguages } from '#platform/settings.ts'
import { pathsOf } from './edition.ts'
import { newsUntil } from './sitemaps/news-sitemap.ts'

/**
 * Everything may be read but the results of searches, of which there is no end (RFC 9309). The sitemaps tell what
 * there is; that of news only while there is any.
 */
export function robotsPage(gawai: Pick<Gawai, 'clock' | 'origin' | 'reports' | 'settings'>): PagePlan {
  const { origin, settings } = gawai
  const rules = shownLanguages(settings).map((lang) => `Disallow: ${pathsOf(settings, lang).search}\n`)
  const render = async () => {
    const until = await newsUntil(gawai)
    return until === undefined ? { body: '' } : { body: `Sitemap: ${origin}/sitemap-news.xml\n`, until }
  }
  return {
    subject: settingsSubject,
    status: 200,
    type: 'text/plain; charset=utf-8',
    parts: [
      `User-agent: *\nAllow: /\n${rules.join('')}\nSitemap: ${origin}/sitemap.xml\n`,
      { subject: sitemapSubject, view: 'robots', render },
    ],
  }
}
