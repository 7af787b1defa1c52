import { finderOrders } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { marketName } from '../compare/sum.ts'
import { asks, longestWords, pairsOf } from './address.ts'
import { orderWords } from './facet-words.ts'
import type { Results } from './search.ts'

/** What no link can ask: words, a price, an order. Everything else that is asked goes along. */
export function finderForm({ say, lang, paths }: Edition, { asked, markets }: Results): Html {
  const names = asks[lang]
  const { price, ...others } = asked
  const along = pairsOf(lang, { ...others, words: '', order: 'newest', page: 1 })
  const orders = finderOrders.filter((order) => order !== 'price' || markets.length > 0)
  return html`<form class="finder-form" action="${paths.narrowed}" role="search">
    ${along.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" /> `)}
    <p>
      <label for="finder-words">${say('deviceFinder.words')}</label>
      <input
        type="search"
        id="finder-words"
        name="${names.words}"
        value="${asked.words}"
        maxlength="${longestWords}"
        autocomplete="off"
      />
    </p>
    <p>
      <label for="finder-order">${say('deviceFinder.orderBy')}</label>
      <select id="finder-order" name="${names.order}">
        ${orders.map((order) => option(order, say(orderWords[order]), order === asked.order))}
      </select>
    </p>
    ${
      markets.length === 0
        ? nothing
        : html`<p>
              <label for="finder-market">${say('deviceFinder.market')}</label>
              <select id="finder-market" name="${names.market}">
                ${markets.map(({ code, currency }) => option(code, `${marketName(lang, code)} (${currency})`, code === price?.market))}
              </select>
            </p>
            ${sum('finder-from', names.from, say('deviceFinder.from'), price?.from)}${sum('finder-to', names.to, say('deviceFinder.to'), price?.to)}`
    }
    <p><button type="submit">${say('deviceFinder.button')}</button></p>
  </form> `
}

const option = (value: string, words: string, isChosen: boolean): Html =>
  html`<option value="${value}" ${isChosen ? html`selected` : nothing}>${words}</option> `

const sum = (id: string, name: string, label: string, value: number | undefined): Html =>
  html`<p>
    <label for="${id}">${label}</label>
    <input
      type="text"
      id="${id}"
      name="${name}"
      value="${value ?? ''}"
      inputmode="numeric"
      maxlength="15"
      autocomplete="off"
    />
  </p> `
