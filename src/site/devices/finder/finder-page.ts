import { devicesSubject } from '#devices'
import { type Html, html, markupOf } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, otherInUse } from '../../edition.ts'
import { framed, deviceHeadOf } from '../../frame.ts'
import { breadcrumbs } from '../../structured-data/breadcrumbs.ts'
import { graphElement } from '../../structured-data/graph.ts'
import { collectionPage } from '../../structured-data/list.ts'
import { demoNote } from '../prices/demo-note.ts'
import { isDeep, nothingAsked, pathOf, readAsked } from './address.ts'
import { facetsView } from './facets-view.ts'
import { finderForm } from './form-view.ts'
import { resultsView } from './results-view.ts'
import { type Results, search } from './search.ts'

const day = 86_400_000

/**
 * Every device, the newest first. This page is kept; what somebody narrows it to has another address, because what stands
 * behind a question mark names no page of the store.
 */
export async function devicesPage(own: Edition): Promise<PagePlan> {
  let asked: Promise<Results> | undefined
  const results = () => (asked ??= search(own, nothingAsked))
  const other = await otherInUse(own)
  const alternates = [own, ...(other ? [other] : [])].map(({ lang, paths }) => ({
    lang,
    href: own.absolute(paths.devices),
  }))
  const head: Part = {
    subject: devicesSubject,
    view: `finder head ${own.lang}`,
    render: async () => ({ body: headOfFinder(own, await results(), other ? alternates : undefined) }),
  }
  const body: Part = {
    subject: devicesSubject,
    view: `finder ${own.lang}`,
    // Prices become old by themselves.
    render: async () => ({
      body: finderView(own, await results(), await demoNote(own)),
      until: own.gawai.clock.now() + day,
    }),
  }
  return { subject: devicesSubject, status: 200, parts: framed(own, head, [body]) }
}

/** The devices that somebody asks for. Of such pages there is no end, so none is kept. */
export async function narrowedPage(own: Edition, query: URLSearchParams): Promise<PagePlan> {
  const results = await search(own, readAsked(own.lang, query))
  const parts = framed(own, await markupOf(headOfFinder(own, results)), [
    await markupOf(finderView(own, results, await demoNote(own))),
  ])
  return { subject: '', isFleeting: true, status: 200, parts }
}

function headOfFinder(own: Edition, results: Results, alternates?: { lang: string; href: string }[]): Html {
  const { asked, wishes, found } = results
  const { say, absolute, paths } = own
  const title =
    wishes.length === 0
      ? say('deviceFinder.title')
      : say('deviceFinder.titleOf', { wishes: wishes.map(({ words }) => words).join(', ') })
  const plain = absolute(pathOf(own, { ...nothingAsked, filters: asked.filters }))
  const description = say('deviceFinder.describe')
  return deviceHeadOf(own, {
    title,
    description,
    isNoIndex: isDeep(asked) || found.total === 0,
    canonical: plain,
    ...(alternates && { alternates }),
    ...(wishes.length === 0 && {
      structured: graphElement([
        collectionPage(own, { name: title, description, path: paths.devices }),
        breadcrumbs(own, [{ name: title }]),
      ]),
    }),
  })
}

function finderView(own: Edition, results: Results, note: Html): Html {
  const { say } = own
  return html`<header class="page-title"><h1>${say('deviceFinder.title')}</h1></header>
    <div class="finder">
      <div>${finderForm(own, results)}${note}${resultsView(own, results)}</div>
      ${facetsView(own, results)}
    </div>`
}
