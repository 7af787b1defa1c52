import {
  type Alert,
  deviceSubject,
  type DevicePrices,
  devicePrices,
  isSo,
  type MarketPrices,
  type PricedDevice,
} from '#devices'
import type { Instant } from '#platform/database/tables.ts'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Part } from '#platform/page-store/page.ts'
import type { Edition } from '../../edition.ts'
import { alertForms } from '../alerts/alert-form.ts'
import { historyView } from './history-view.ts'
import { lowestWords, priceBox } from './price-box.ts'
import { marketName } from './price-words.ts'

/** The day after is another: what is old, and how far 30 and 90 days reach. */
export const nextDay = (now: Instant): Instant => instantOfDay(dayOfInstant(now) + 1)

/**
 * What the page of a device shows of its prices: the lowest of each market, and what it has cost in the first one. The rest
 * stands on a page of each market.
 */
export function pricesPart(own: Edition, device: PricedDevice): Part {
  const { gawai } = own
  return {
    subject: deviceSubject(device.id),
    view: `prices ${own.lang}`,
    async render() {
      const now = gawai.clock.now()
      const prices = await devicePrices(gawai, { device: device.id, now })
      return { body: await pricesView(own, device, prices), until: nextDay(now) }
    },
  }
}

async function pricesView(own: Edition, device: PricedDevice, prices: DevicePrices): Promise<Html> {
  const { shown } = prices
  if (!shown) return nothing
  return html`${priceBox(own, device, prices)}
    <section class="prices">
      <h2>${own.say('devicePrices.over')}</h2>
      ${prices.asked.length === 0 ? html`<p>${lowestWords(own, shown.market, undefined)}</p>` : nothing}
      ${historyView(own, device, shown)} ${marketsView(own, device, prices)} ${await followView(own, device, shown)}
    </section> `
}

/** The same of the other markets. */
export function marketsView(own: Edition, device: PricedDevice, { shown, asked, without }: DevicePrices): Html {
  const { say, paths } = own
  const others = [...asked.map(({ market }) => market), ...without].filter(({ code }) => code !== shown?.market.code)
  if (others.length === 0) return nothing
  return html`<nav aria-label="${say('devicePrices.otherMarkets')}">
    <p class="quiet">${say('devicePrices.otherMarkets')}</p>
    <ul class="below">
      ${others.map(({ code }) => html`<li><a href="${paths.devicePrices(device.slug, code)}">${marketName(code, own)}</a></li> `)}
    </ul>
  </nav> `
}

/** By what a reader is told of it: a feed, and letters. */
export async function followView(own: Edition, device: PricedDevice, { market, lowest }: MarketPrices): Promise<Html> {
  const { say, paths, gawai } = own
  const onSale: Alert = { device: device.id, market: market.code, kind: 'on_sale', amount: 0, currency: '' }
  const isOnSale = await isSo(gawai.db, onSale, gawai.clock.now())
  return html`${alertForms(own, { device, market, lowest, isOnSale })}
    <p class="on">
      <a href="${paths.deviceFeed(device.slug)}">${say('devicePrices.feed', { name: device.name })}</a>
    </p> `
}
