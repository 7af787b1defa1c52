import type { PagePlan } from '#platform/page-store/page.ts'
import type { Language } from '#platform/settings.ts'
import { type Edition, pathWords } from '../edition.ts'
import { bandsPage } from './bands/bands-page.ts'
import { compareJson } from './compare/compare-json.ts'
import { comparePage } from './compare/compare-page.ts'
import { narrowedPage } from './finder/finder-page.ts'

/** An address below an edition's own that is asked in a form or by what stands behind its question mark. */
export type AskedPage = [path: string, plan: (own: Edition, query: URLSearchParams) => Promise<PagePlan>]

/** Each is made for one request and kept for nobody: the page store knows a page by its path alone. */
export function askedPages(lang: Language): AskedPage[] {
  const { devices, narrowed, comparison, bands } = pathWords[lang]
  return [
    [`/${devices}/${narrowed}/`, narrowedPage],
    [`/${devices}/${comparison}/`, comparePage],
    [`/${devices}/${comparison}.json`, compareJson],
    [`/${devices}/${bands}/`, bandsPage],
  ]
}
