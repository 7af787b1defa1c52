import type { DayPrice } from '#devices'
import { periodInWords } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { monthsBetween, type Scale, scaleOf } from './price-scale.ts'
import { priceInWords, shortPrice } from './price-words.ts'

/** Of the picture, in its own units: letters of 13 are read on a phone of 360 px. */
const [width, height] = [360, 216]
const [top, bottom, right] = [22, 24, 6]
const floor = height - bottom
const aDay = 86_400_000

interface Chart {
  history: readonly DayPrice[]
  currency: string
  /** Names its elements: one of a page. */
  id: string
  title: string
  description: string
}

/** A picture of what the cheapest shop asked each day: a line of steps, broken where nobody looked, its lowest point marked. */
export function priceChart(own: Edition, { history, currency, id, title, description }: Chart): Html {
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last || history.length < 2) return nothing
  const amounts = history.map(({ amount }) => amount)
  const lowest = history.reduce((best, one) => (one.amount < best.amount ? one : best))
  const highest = amounts.reduce((one, other) => Math.max(one, other))
  // The words of the lowest point stand below it.
  const scale = scaleOf(lowest.amount - (highest - lowest.amount) * 0.15, highest)
  const span = last.at + aDay - first.at
  const x = (at: number) => tenth(((at - first.at) / span) * (width - right))
  const y = (amount: number) => tenth(floor - ((amount - scale.low) / (scale.high - scale.low)) * (floor - top))
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-words">
    <title id="${id}-title">${title}</title>
    <desc id="${id}-words">${description}</desc>
    ${rulesView(scale, y)}
    <path class="chart-line" d="${steps(history, x, y)}" vector-effect="non-scaling-stroke" />
    ${amountsView(own, scale, currency, y)}${monthsView(own, { first: first.at, last: last.at + aDay }, x)}
    ${lowestView(own, { lowest, currency, x: x(lowest.at), y: y(lowest.amount) })}
  </svg> `
}

const tenth = (value: number): number => Math.round(value * 10) / 10

type Place = (value: number) => number

/** A line along each price as long as it was the same, up or down to the next; a day on which nobody looked breaks it. */
function steps(history: readonly DayPrice[], x: Place, y: Place): string {
  return history
    .map(({ at, amount }, index) => {
      const [before, after] = [history[index - 1], history[index + 1]]
      const isNext = before?.at === at - aDay
      const begin = isNext ? `V${y(amount)}` : `M${x(at)} ${y(amount)}`
      const isSameBefore = isNext && before.amount === amount
      const isSameAfter = after?.at === at + aDay && after.amount === amount
      return `${isSameBefore ? '' : begin}${isSameAfter ? '' : `H${x(at + aDay)}`}`
    })
    .join('')
}

const rulesView = ({ ticks }: Scale, y: Place): Html =>
  html`${ticks.map((amount) => html`<path class="chart-rule" d="M0 ${y(amount)}H${width}" vector-effect="non-scaling-stroke" /> `)}`

/** On top of the line, which would strike them through. */
const amountsView = (own: Edition, { ticks }: Scale, currency: string, y: Place): Html =>
  html`${ticks.map((amount) => html`<text x="0" y="${tenth(y(amount) - 4)}">${shortPrice(amount, currency, own)}</text> `)}`

const monthFormats = new Map<string, Intl.DateTimeFormat>()

function monthsView({ lang }: Edition, { first, last }: { first: number; last: number }, x: Place): Html {
  const format =
    monthFormats.get(lang) ??
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'id-ID', { timeZone: 'UTC', month: 'short', year: '2-digit' })
  monthFormats.set(lang, format)
  // The last one would stand outside the picture.
  const shown = monthsBetween(first, last, 4).filter((at) => x(at) < width - 50)
  return html`${shown.map(
    (at) =>
      html`<path class="chart-rule" d="M${x(at)} ${floor}v5" vector-effect="non-scaling-stroke" /><text
          x="${x(at)}"
          y="${height - 5}"
          >${format.format(at)}</text
        > `,
  )}`
}

interface Lowest {
  lowest: DayPrice
  currency: string
  x: number
  y: number
}

/** The words stand below the point, and on the side where there is space. */
function lowestView(own: Edition, { lowest, currency, x, y }: Lowest): Html {
  const anchor = x < width * 0.3 ? 'start' : x > width * 0.7 ? 'end' : 'middle'
  const below = Math.min(y + 16, floor - 4)
  return html`<circle class="chart-lowest" cx="${x}" cy="${y}" r="4" />
    <text class="chart-lowest-words" x="${x}" y="${tenth(below)}" text-anchor="${anchor}"
      >${priceInWords(lowest.amount, currency, own)}</text
    > `
}

/** What the picture shows, in words. */
export function chartWords(own: Edition, history: readonly DayPrice[], currency: string): string {
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last) return ''
  const lowest = history.reduce((best, one) => (one.amount < best.amount ? one : best))
  const day = (at: number) => periodInWords(new Date(at).toISOString().slice(0, 10), own.time)
  return own.say('devicePrices.chartWords', {
    firstDay: day(first.at),
    first: priceInWords(first.amount, currency, own),
    lowestDay: day(lowest.at),
    lowest: priceInWords(lowest.amount, currency, own),
    lastDay: day(last.at),
    last: priceInWords(last.amount, currency, own),
  })
}
