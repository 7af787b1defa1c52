import {
  demoPrices,
  type DevicePrices,
  isAskedNow,
  isWebAddress,
  type Market,
  type MarketPrices,
  type Price,
} from '#devices'
import { dayView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { marketName, particulars, priceInWords, warrantyWords } from './price-words.ts'

/** The lowest price of each market: with its shop, its warranty and when somebody looked. What is old is said to be old. */
export function priceBox(
  own: Edition,
  device: { slug: string; name: string },
  { asked }: Pick<DevicePrices, 'asked'>,
): Html {
  const { say, paths } = own
  const lowest = asked.flatMap(({ market, prices: [price] }) => (price ? [{ market, price }] : []))
  if (lowest.length === 0) return nothing
  const all = lowest.map(({ price }) => price)
  return html`<section class="price-box" aria-labelledby="price-box">
    <h2 id="price-box">${say('devicePrices.now')}</h2>
    ${disclosures(own, all)}
    <ul>
      ${lowest.map(
        ({ market, price }) =>
          html`<li class="${price.isOld ? 'is-old' : ''}">
            <a href="${paths.devicePrices(device.slug, market.code)}">${marketName(market.code, own)}</a>
            <b>${priceInWords(price.amount, price.currency, own)}</b>
            <span>${shopView(own, price)} · ${say(warrantyWords[price.shop.warranty])}${marked(own, price)}</span>
            ${seenView(own, price)}
          </li> `,
      )}
    </ul>
  </section> `
}

/** All that shops ask in one market. */
export function offersTable(own: Edition, { market, prices }: Pick<MarketPrices, 'market' | 'prices'>): Html {
  const { say } = own
  const title = say('devicePrices.offers', { market: marketName(market.code, own) })
  return html`${disclosures(own, prices)}
    <div class="table" role="group" tabindex="0" aria-label="${title}" data-hint="${say('devicePrices.wide')}">
      <table class="offers">
        <caption>
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say('devicePrices.shop')}</th>
            <th scope="col" data-align="right">${say('devicePrices.price')}</th>
            <th scope="col">${say('devicePrices.seen')}</th>
          </tr>
        </thead>
        <tbody>
          ${prices.map((price) => offerRow(own, price))}
        </tbody>
      </table>
    </div> `
}

const offerRow = (own: Edition, price: Price): Html =>
  html`<tr class="${price.isOld ? 'is-old' : ''}">
    <th scope="row">
      ${shopView(own, price)}
      <p class="quiet">${own.say(warrantyWords[price.shop.warranty])}${marked(own, price)}</p>
    </th>
    <td data-align="right">${priceInWords(price.amount, price.currency, own)}</td>
    <td>
      ${seenView(own, price)}
      <p class="quiet">${own.say('devicePrices.source')} ${sourceView(price)}</p>
    </td>
  </tr> `

const marked = (own: Edition, price: Price): Html => {
  const marks = particulars(own, price)
  return marks.length === 0 ? nothing : html` · ${marks.join(' · ')}`
}

/** A link by which the newsroom earns is marked for readers and for search engines (Search Central, "Qualify your outbound links"). */
function shopView({ say }: Edition, { shop, url }: Price): Html {
  if (url === undefined) return html`${shop.name}`
  if (!shop.isAffiliate) return html`<a href="${url}" rel="nofollow">${shop.name}</a>`
  return html`<a href="${url}" rel="sponsored">${shop.name}</a> <small>${say('devicePrices.affiliate')}</small>`
}

const seenView = ({ say, time }: Edition, { seenAt, isOld }: Price): Html =>
  html`${dayView(seenAt, time)}${isOld ? html` <small>${say('devicePrices.old')}</small>` : nothing}`

const sourceView = ({ provenance: { name, url } }: Price): Html =>
  isWebAddress(url) ? html`<a href="${url}" rel="nofollow">${name}</a>` : html`${name}`

/** What readers must know before they look at a price. */
function disclosures({ say }: Edition, prices: readonly Price[]): Html {
  const isDemo = prices.some(({ provenance }) => provenance.name === demoPrices)
  const isAffiliate = prices.some(({ shop, url }) => shop.isAffiliate && url !== undefined)
  return html`${isDemo ? html`<p class="note"><strong>${say('devicePrices.demo')}</strong></p>` : nothing}${
    isAffiliate ? html`<p class="note">${say('devicePrices.affiliateWords')}</p>` : nothing
  }`
}

/** What a market costs, in a sentence that stands alone. */
export function lowestWords(own: Edition, market: Market, lowest: Price | undefined): string {
  const name = marketName(market.code, own)
  if (!lowest || !isAskedNow(lowest)) return own.say('devicePrices.noneNow', { market: name })
  return own.say('devicePrices.lowestNow', {
    market: name,
    price: priceInWords(lowest.amount, lowest.currency, own),
    shop: lowest.shop.name,
  })
}
