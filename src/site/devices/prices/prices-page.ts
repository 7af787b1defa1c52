import { deviceSubject, type DevicePrices, devicePrices, type PricedDevice, pricedDevice } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, otherEdition } from '../../edition.ts'
import { framed, headOf } from '../../frame.ts'
import { breadcrumbs } from '../../structured-data/breadcrumbs.ts'
import { graphElement } from '../../structured-data/graph.ts'
import { historyView } from './history-view.ts'
import { lowestWords, offersTable } from './price-box.ts'
import { marketName } from './price-words.ts'
import { followView, marketsView, nextDay } from './prices-section.ts'

/**
 * What a device costs in one market, has cost, and where.
 *
 * @param market as it stands in an address; the newsroom's first without one
 */
export async function pricesPage(own: Edition, slug: string, market?: string): Promise<PagePlan | undefined> {
  const { gawai } = own
  const device = await pricedDevice(gawai, { slug })
  if (!device) return undefined
  const now = gawai.clock.now()
  const prices = await devicePrices(gawai, { device: device.id, market: market?.toUpperCase(), now })
  if (!prices.shown) return undefined
  const { code } = prices.shown.market
  const part = (view: string, render: () => Promise<Html> | Html): Part => ({
    subject: deviceSubject(device.id),
    view: `prices ${view} ${own.lang} ${code}`,
    render: async () => ({ body: await render(), until: nextDay(now) }),
  })
  const head = part('head', () => headView(own, device, prices))
  const body = part('page', () => bodyView(own, device, prices))
  return { subject: deviceSubject(device.id), status: 200, parts: framed(own, head, [body]) }
}

function headView(own: Edition, device: PricedDevice, { shown }: DevicePrices) {
  if (!shown) return nothing
  const { say, paths, absolute } = own
  const { market, lowest, prices } = shown
  const title = say('devicePrices.title', { name: device.name, market: marketName(market.code, own) })
  const at = ({ paths: its }: Edition) => absolute(its.devicePrices(device.slug, market.code))
  const other = otherEdition(own)
  return headOf(own, {
    title,
    description: lowestWords(own, market, lowest),
    canonical: at(own),
    ...(other && { alternates: [own, other].map((one) => ({ lang: one.lang, href: at(one) })) }),
    feed: { href: absolute(paths.deviceFeed(device.slug)), title: device.name },
    // A page that says only that nobody sells it there is nothing to find.
    isNoIndex: prices.length === 0,
    structured: graphElement([
      {
        '@type': 'WebPage',
        name: title,
        breadcrumb: breadcrumbs(own, [
          { name: say('devicePrices.devices'), path: paths.devices },
          { name: device.name, path: paths.device(device.slug) },
          { name: title },
        ]),
      },
    ]),
  })
}

async function bodyView(own: Edition, device: PricedDevice, all: DevicePrices) {
  const { say, paths } = own
  const { shown } = all
  if (!shown) return nothing
  const { market, prices, lowest } = shown
  return html`<header class="page-title">
      <p class="label"><a href="${paths.device(device.slug)}">${device.name}</a></p>
      <h1>${say('devicePrices.title', { name: device.name, market: marketName(market.code, own) })}</h1>
      <p class="summary">${lowestWords(own, market, lowest)}</p>
    </header>
    <section class="prices">
      <h2>${say('devicePrices.now')}</h2>
      ${prices.length === 0 ? nothing : offersTable(own, shown)}${historyView(own, device, shown)}${marketsView(own, device, all)}
      ${await followView(own, device, shown)}
    </section> `
}
