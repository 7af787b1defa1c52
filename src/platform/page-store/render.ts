import type { Composition } from './composition.ts'
import type { Drops } from './drops.ts'
import { flights } from './flights.ts'
import { type Fragment, fragmentKey, literal, makeFragment, whole } from './fragment.ts'
import type { Keeping } from './keeping.ts'
import type { PagePlan, Part } from './page.ts'
import { type ReadyPage, readyPage } from './ready-page.ts'

const keptStatuses = new Set([200, 301, 410])

/**
 * Plans a page, renders what is not kept of it, and keeps what still holds when it is done. A part's data may have
 * been read by the plan already, so a part is as old as its plan.
 *
 * @param kept without it every request is rendered for itself and nothing stays: that is how rendering is measured
 */
export function pageRenderer(drops: Drops, kept: Keeping | undefined) {
  const pages = flights<ReadyPage>()
  const fragments = flights<Fragment>()

  async function make(part: Part, asOf: number): Promise<Fragment> {
    const { body, until } = await part.render()
    const fragment = makeFragment(part, String(await body), { asOf, until })
    if (!drops.isSince(part.subject, asOf)) kept?.putFragment(fragment)
    return fragment
  }

  async function renderPart(part: Part | string, asOf: number): Promise<Fragment> {
    if (typeof part === 'string') return literal(part)
    const { subject, view } = part
    const holds = (since: number) => !drops.isSince(subject, since)
    return (
      kept?.fragment(subject, view, false) ??
      fragments.join(fragmentKey(subject, view), asOf, holds, () => make(part, asOf))
    )
  }

  async function makePage(path: string, plan: () => Promise<PagePlan>): Promise<ReadyPage> {
    const asOf = drops.count
    const planned = await plan()
    if (!kept) return readyPage(compositionOf(path, planned, asOf), [await renderWhole(planned)])
    const rendered = await Promise.all(planned.parts.map((part) => renderPart(part, asOf)))
    const page = readyPage(compositionOf(path, planned, asOf), rendered)
    if (!planned.isFleeting && keptStatuses.has(planned.status) && !drops.isSince(planned.subject, asOf))
      kept.putPage(page)
    return page
  }

  return (path: string, plan: () => Promise<PagePlan>): Promise<ReadyPage> => {
    if (!kept) return makePage(path, plan)
    return pages.join(
      path,
      drops.count,
      (asOf) => asOf === drops.count,
      () => makePage(path, plan),
    )
  }
}

/** Nothing of it will be used again, so it is compressed in one go. */
async function renderWhole({ parts }: PagePlan): Promise<Fragment> {
  const texts = parts.map(async (part) => (typeof part === 'string' ? part : String(await (await part.render()).body)))
  return whole((await Promise.all(texts)).join(''))
}

function compositionOf(path: string, planned: PagePlan, asOf: number): Composition {
  const { subject, status, type = 'text/html; charset=utf-8', headers = {}, parts } = planned
  const keys = parts.map((part) => (typeof part === 'string' ? part : { subject: part.subject, view: part.view }))
  return { path, subject, status, type, headers, parts: keys, asOf }
}
