import { compareDevices, type Comparison, devicesBySlug, markets, type NamedDevice, openFinder } from '#devices'
import { type Html, html, markupOf, nothing } from '#platform/html.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../../edition.ts'
import { framed, deviceHeadOf } from '../../frame.ts'
import { devicesCalled, leadThere } from '../named-device.ts'
import { demoNote } from '../prices/demo-note.ts'
import { mostCompared } from '../finder/address.ts'
import { type AskedComparison, comparisonPath, jsonPath, readComparison } from './address.ts'
import { addForm, candidatesView } from './add-view.ts'
import { comparisonTable } from './table-view.ts'
import { comparisonSources } from './sources-view.ts'

/** Up to four devices beside each other. What one reader puts together is kept for nobody. */
export async function comparePage(own: Edition, query: URLSearchParams): Promise<PagePlan> {
  const { gawai, say, paths } = own
  const asked = readComparison(own.lang, query)
  const named = await devicesBySlug(gawai, asked.slugs)
  const called = await devicesCalled(own, asked.words)
  const slugs = named.map(({ slug }) => slug)
  const candidates = called.filter(({ slug }) => !slugs.includes(slug))
  if (called.length > 0 && candidates.length < 2)
    return leadThere(comparisonPath(own, { ...asked, slugs: [...slugs, ...candidates.map(({ slug }) => slug)] }))
  const comparison = await compared(own, named)
  const isBare = asked.slugs.length === 0 && asked.words === ''
  const title =
    named.length === 0
      ? say('deviceCompare.title')
      : named.map(({ name }) => name).join(` ${say('deviceCompare.versus')} `)
  const head = deviceHeadOf(own, {
    title,
    description: say('deviceCompare.describe'),
    isNoIndex: !isBare,
    ...(isBare && { canonical: own.absolute(paths.comparison) }),
  })
  const body = comparisonView(own, {
    note: slugs.length === 0 ? nothing : await demoNote(own),
    asked: { ...asked, slugs },
    comparison,
    candidates,
  })
  return {
    subject: '',
    isFleeting: true,
    status: 200,
    parts: framed(own, await markupOf(head), [await markupOf(body)]),
  }
}

/** Prices stand in the first market in which any is known; carriers in the newsroom's first. */
export async function compared({ gawai }: Pick<Edition, 'gawai'>, named: readonly NamedDevice[]): Promise<Comparison> {
  const priced = new Set((await gawai.use(openFinder).index(gawai)).markets())
  const all = (await markets(gawai)).map(({ code }) => code)
  const ids = named.map(({ id }) => id)
  return compareDevices(gawai, ids, { priced: all.find((code) => priced.has(code)), carriers: all[0] })
}

interface Shown {
  note: Html
  asked: AskedComparison
  comparison: Comparison
  candidates: readonly NamedDevice[]
}

function comparisonView(own: Edition, { note, asked, comparison, candidates }: Shown): Html {
  const { say, paths } = own
  const { slugs } = asked
  return html`<header class="page-title">
      <h1>${say('deviceCompare.title')}</h1>
      <p class="summary">${say('deviceCompare.words')}</p>
    </header>
    ${note}${slugs.length === 0 ? nothing : comparisonTable(own, asked, comparison)}
    ${slugs.length >= mostCompared ? html`<p class="quiet">${say('deviceCompare.full')}</p> ` : html`${addForm(own, asked)}${candidatesView(own, asked, candidates)}`}
    ${
      slugs.length === 0
        ? nothing
        : html`${comparisonSources(own, comparison)}
            <p class="on">
              <a rel="nofollow" href="${comparisonPath(own, { slugs }, jsonPath(paths))}"
                >${say('deviceCompare.asJson')}</a
              >
            </p>`
    }`
}
