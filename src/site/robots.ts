import { settingsSubject } from '#platform/settings.ts'
import type { PagePlan } from '#platform/page-store/page.ts'

/** Everything may be read; the sitemap tells what there is (RFC 9309). */
export function robotsPage({ origin }: { origin: string }): PagePlan {
  const body = `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`
  return { subject: settingsSubject, status: 200, type: 'text/plain; charset=utf-8', parts: [body] }
}
