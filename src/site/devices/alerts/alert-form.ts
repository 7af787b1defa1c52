import type { Market, Price, PricedDevice } from '#devices'
import { subscriptionPaths } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Language } from '#platform/settings.ts'
import type { Edition } from '../../edition.ts'
import { marketName, priceInWords } from '../prices/price-words.ts'

const words: Record<Language, string> = { id: 'gawai', en: 'devices' }

/** Where somebody asks to be told of a device; at the root in either language, like all subscriptions. */
export const alertPath = (lang: Language): string => `${subscriptionPaths[lang].home}${words[lang]}/`

/** What was typed and refused, to be mended. */
export interface TypedAlert {
  kind: 'below' | 'on_sale'
  price: string
  address: string
  refusal: string
}

interface Asking {
  device: PricedDevice
  market: Market
  lowest: Price | undefined
  isOnSale: boolean
  typed?: TypedAlert
}

/** Asks whether somebody wants to be told when it costs less, or when it is sold there at all. */
export function alertForms(own: Edition, asking: Asking): Html {
  const { say } = own
  const { market, isOnSale } = asking
  const name = marketName(market.code, own)
  return html`<h3>${say('deviceAlerts.title')}</h3>
    <p class="quiet">${say('deviceAlerts.words')}</p>
    ${alertForm(own, 'below', asking)}${
      isOnSale
        ? nothing
        : html`<p>${say('deviceAlerts.onSaleWords', { market: name })}</p>
            ${alertForm(own, 'on_sale', asking)}`
    } `
}

function alertForm(own: Edition, kind: TypedAlert['kind'], { device, market, lowest, typed }: Asking): Html {
  const { say, lang } = own
  const again = typed?.kind === kind ? typed : undefined
  const id = `alert-${kind}`
  const refused = again ? html`aria-invalid="true" aria-describedby="${id}-refusal"` : nothing
  return html`<form class="follow" method="post" action="${alertPath(lang)}">
    <input type="hidden" name="device" value="${device.id}" />
    <input type="hidden" name="market" value="${market.code}" />
    <input type="hidden" name="kind" value="${kind}" />
    ${kind === 'below' ? priceField(own, { id, market, lowest, price: again?.price, refused }) : nothing}
    <label for="${id}-address">${say('subscriptions.address')}</label>
    <input
      type="email"
      id="${id}-address"
      name="address"
      value="${again?.address ?? ''}"
      maxlength="254"
      autocomplete="email"
      required
      ${refused}
    />
    <button type="submit">${say(kind === 'below' ? 'deviceAlerts.askBelow' : 'deviceAlerts.askOnSale')}</button>
    ${again ? html`<p id="${id}-refusal" role="alert">${again.refusal}</p>` : nothing}
  </form> `
}

interface PriceField {
  id: string
  market: Market
  lowest: Price | undefined
  price: string | undefined
  refused: Html
}

function priceField(own: Edition, { id, market, lowest, price, refused }: PriceField): Html {
  const { say } = own
  const label = say('deviceAlerts.price', { currency: market.currency, market: marketName(market.code, own) })
  const now = lowest ? ` ${say('deviceAlerts.now', { price: priceInWords(lowest.amount, lowest.currency, own) })}` : ''
  return html`<label for="${id}-price">${label}${now}</label>
    <input
      id="${id}-price"
      name="price"
      value="${price ?? ''}"
      inputmode="decimal"
      maxlength="30"
      autocomplete="off"
      required
      ${refused}
    /> `
}
