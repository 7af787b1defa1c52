import { createHash } from 'node:crypto'
import type { PagePlan } from '#platform/page-store/page.ts'
import { languages } from '#platform/settings.ts'
import { pathWords } from './edition.ts'

const searches = languages.flatMap((lang) => [`/${pathWords[lang].search}/*`, `/*/${pathWords[lang].search}/*`])
/** What no reader opens next, or what costs more than reading a kept page. */
const left = ['/media/*', '/assets/*', '/feed/*', '/*/feed/*', '/*.md', '/*.svg', '/*.xml', '/*.txt', ...searches]

/**
 * Which links a browser may fetch when a reader is about to follow one (HTML §7.6.1): those of this site that lead to
 * pages. `conservative` waits for the finger or the button to go down: nobody pays for data that they did not ask for,
 * and what is fetched so is read, so the store counts it as a view (the opened page is not asked for again).
 */
const rules = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: '/*' }, { not: { href_matches: left } }] },
      eagerness: 'conservative',
    },
  ],
})
const file = `speculation-${createHash('sha256').update(rules).digest('hex').slice(0, 10)}.json`

/** Where browsers read the rules; the name changes with them. */
export const speculationPath = `/assets/${file}`

/** The rules themselves. */
export const speculationPage = (): PagePlan => ({
  subject: 'assets',
  status: 200,
  type: 'application/speculationrules+json',
  headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  parts: [{ subject: 'assets', view: file, render: () => ({ body: rules }) }],
})

/**
 * The plan of a page that can be read, with a header that names the rules. The Content-Security-Policy needs nothing
 * for it: rules named by a header are exempt (WICG/nav-speculation#340), and where they come to be asked for as
 * scripts are (w3c/webappsec-csp#808), `script-src 'self'` lets them in.
 */
export function withSpeculation<Plan extends PagePlan | undefined>(plan: Plan): Plan {
  if (plan?.type !== undefined || plan?.status !== 200) return plan
  return { ...plan, headers: { ...plan.headers, 'speculation-rules': `"${speculationPath}"` } }
}
