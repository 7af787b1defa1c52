import type { DayPrice, MarketPrices } from '#devices'
import { periodInWords } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { chartWords, priceChart } from './price-chart.ts'
import { marketName, priceInWords } from './price-words.ts'

type Shown = Pick<MarketPrices, 'market' | 'history' | 'lowest30' | 'lowest90'>

/** What a device has cost in a market in the last year: the lowest of 30 and 90 days, a picture, and its months as a table. */
export function historyView(own: Edition, device: { name: string }, shown: Shown): Html {
  const { say } = own
  const { market, history } = shown
  if (history.length < 2) return nothing
  const values = { name: device.name, market: marketName(market.code, own) }
  const id = `prices-${market.code}`
  return html`<h3 id="${id}">${say('devicePrices.history', values)}</h3>
    ${lowestView(own, shown)}
    <figure class="price-history">
      ${priceChart(own, {
        history,
        currency: market.currency,
        id,
        title: say('devicePrices.chartTitle', values),
        description: chartWords(own, history, market.currency),
      })}
      <figcaption>${say('devicePrices.chartCaption')}</figcaption>
    </figure>
    <details>
      <summary>${say('devicePrices.asTable')}</summary>
      ${monthsTable(own, values, shown)}
    </details> `
}

const day = ({ time }: Edition, at: number): string => periodInWords(new Date(at).toISOString().slice(0, 10), time)

function lowestView(own: Edition, { market, lowest30, lowest90 }: Shown): Html {
  const { say } = own
  const rows = [
    { days: 30, lowest: lowest30 },
    { days: 90, lowest: lowest90 },
  ]
  const entry = (days: number, { amount, at }: DayPrice) =>
    html`<div>
      <dt>${say('devicePrices.lowestIn', { count: days })}</dt>
      <dd>
        <b>${priceInWords(amount, market.currency, own)}</b>
        <time datetime="${new Date(at).toISOString().slice(0, 10)}">${day(own, at)}</time>
      </dd>
    </div> `
  if (!lowest30 && !lowest90) return nothing
  return html`<dl class="price-lowest">
    ${rows.map(({ days, lowest }) => (lowest ? entry(days, lowest) : nothing))}
  </dl> `
}

interface Month {
  name: string
  lowest: number
  highest: number
}

/** The lowest and the highest of what the cheapest shop asked, by month, the newest first. */
export function monthsOf(history: readonly DayPrice[]): Month[] {
  const months = Map.groupBy(history, ({ at }) => new Date(at).toISOString().slice(0, 7))
  return [...months].toReversed().map(([name, days]) => {
    const amounts = days.map(({ amount }) => amount)
    return {
      name,
      lowest: amounts.reduce((one, other) => Math.min(one, other)),
      highest: amounts.reduce((one, other) => Math.max(one, other)),
    }
  })
}

function monthsTable(own: Edition, values: { name: string; market: string }, { market, history }: Shown): Html {
  const { say, time } = own
  const title = say('devicePrices.tableTitle', values)
  return html`<div
    class="table"
    role="group"
    tabindex="0"
    aria-label="${title}"
    data-hint="${say('devicePrices.wide')}"
  >
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('devicePrices.month')}</th>
          <th scope="col" data-align="right">${say('devicePrices.lowest')}</th>
          <th scope="col" data-align="right">${say('devicePrices.highest')}</th>
        </tr>
      </thead>
      <tbody>
        ${monthsOf(history).map(
          ({ name, lowest, highest }) =>
            html`<tr>
              <th scope="row">${periodInWords(name, time)}</th>
              <td data-align="right">${priceInWords(lowest, market.currency, own)}</td>
              <td data-align="right">${priceInWords(highest, market.currency, own)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `
}
