import { type DeviceLine, showValues, statusWords } from '#devices'
import { dayView, periodInWords } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { joined } from '../../joined.ts'
import { countIn, marketName, smallestIn, sumIn } from '../compare/sum.ts'
import { comparedName, mostCompared, nothingAsked, pathOf } from './address.ts'
import { perPage, type Results } from './search.ts'

/** How many there are, what was asked, and the devices themselves. */
export function resultsView(own: Edition, results: Results): Html {
  const { found, lines } = results
  return html`<p class="to-facets"><a href="#facets">${own.say('deviceFinder.toFacets')}</a></p>
    ${chosenView(own, results)}${comparedView(own, results)}
    <p role="status" class="quiet">
      ${found.total === 0 ? emptyWords(own, results) : own.say('deviceFinder.total', { count: found.total, number: countIn(own.lang, found.total) })}
    </p>
    ${found.total === 0 ? inTheWay(own, results) : nothing}${
      lines.length === 0
        ? nothing
        : html`<ol class="devices">
              ${lines.map((line) => lineView(own, results, line))}
            </ol>
            ${sourcesView(own, lines)}`
    }${pagesView(own, results)}`
}

const emptyWords = ({ say }: Edition, { wishes }: Results) =>
  say(wishes.length === 0 ? 'deviceFinder.noDevices' : 'deviceFinder.nothing')

function chosenView(own: Edition, { asked, wishes }: Results): Html {
  if (wishes.length === 0) return nothing
  const { say } = own
  const all = pathOf(own, { ...nothingAsked, compared: asked.compared })
  return html`<ul class="chosen" aria-label="${say('deviceFinder.chosen')}">
    ${wishes.map(({ words, without }) => html`<li><a rel="nofollow" href="${pathOf(own, without)}" aria-label="${say('deviceFinder.remove', { wish: words })}">${words} ×</a></li> `)}
    <li><a rel="nofollow" href="${all}">${say('deviceFinder.removeAll')}</a></li>
  </ul> `
}

function comparedView(own: Edition, { asked, compared }: Results): Html {
  if (compared.length === 0) return nothing
  const { say } = own
  const without = (slug: string) => pathOf(own, { ...asked, compared: asked.compared.filter((one) => one !== slug) })
  return html`<div class="compared">
    <p>${say('deviceFinder.compared')}</p>
    <ul>
      ${compared.map(({ slug, name }) => html`<li><a rel="nofollow" href="${without(slug)}" aria-label="${say('deviceFinder.takeOut', { device: name })}">${name} ×</a></li> `)}
    </ul>
    <p><a rel="nofollow" href="${comparisonOf(own, asked.compared)}">${say('deviceFinder.toComparison')}</a></p>
  </div> `
}

const comparisonOf = ({ paths }: Edition, slugs: readonly string[]) =>
  `${paths.comparison}?${slugs.map((slug) => `${comparedName}=${encodeURIComponent(slug)}`).join('&')}`

/** For each wish what there would be without it. */
function inTheWay(own: Edition, { wishes, found }: Results): Html {
  const { say } = own
  const counted = wishes
    .map((wish) => ({ ...wish, count: found.without.get(wish.hurdle) ?? 0 }))
    .filter(({ count }) => count > 0)
  if (counted.length === 0)
    return wishes.length === 0
      ? nothing
      : html`<p>
          ${say('deviceFinder.severalInTheWay')} <a href="${own.paths.devices}">${say('deviceFinder.removeAll')}</a>
        </p> `
  return html`<p>${say('deviceFinder.inTheWay')}</p>
    <ul class="in-the-way">
      ${counted.map(({ words, without, count }) => html`<li><a rel="nofollow" href="${pathOf(own, without)}">${say('deviceFinder.without', { wish: words, count, number: countIn(own.lang, count) })}</a></li> `)}
    </ul> `
}

function lineView(own: Edition, { asked }: Results, line: DeviceLine): Html {
  const { say, lang, time, paths } = own
  const name = `${line.brand.name} ${line.name}`
  const facts = [...line.specifications].map(([fact, { values }]) => showValues(fact, values, own))
  const date = line.released ?? line.announced
  const { price } = line
  return html`<li>
    <h2><a href="${paths.device(line.slug)}">${name}</a></h2>
    <p class="quiet">
      ${say(statusWords[line.status])}${date === undefined ? nothing : html` · ${periodInWords(date.replace(/[?~%]$/, ''), time)}`}
    </p>
    <p class="facts">${facts.map((fact) => html`<span>${fact}</span> `)}</p>
    ${price ? html`<p class="asked">${say('deviceFinder.price', { sum: sumIn(lang, price.amount / smallestIn(price.currency), price.currency), market: marketName(lang, price.market) })} ${dayView(price.seenAt, time)}</p> ` : nothing}${
      asked.compared.includes(line.slug) || asked.compared.length >= mostCompared
        ? nothing
        : html`<p>
            <a
              rel="nofollow"
              href="${pathOf(own, { ...asked, compared: [...asked.compared, line.slug] })}"
              aria-label="${say('deviceFinder.compareWith', { device: name })}"
              >${say('deviceFinder.compare')}</a
            >
          </p> `
    }
  </li> `
}

/** Who said what the list shows. */
function sourcesView({ say, lang }: Edition, lines: readonly DeviceLine[]): Html {
  const all = lines.flatMap(({ specifications }) => [...specifications.values()].map(({ provenance }) => provenance))
  const sources = [...new Map(all.map((one) => [one.id, one])).values()]
  if (sources.length === 0) return nothing
  const names = sources.map(({ name, url }) => (url === '' ? html`${name}` : html`<a href="${url}">${name}</a>`))
  const [before = '', after = ''] = say('deviceFinder.sources', { sources: '\n' }).split('\n')
  return html`<p class="quiet">${before}${joined(lang, names)}${after}</p> `
}

function pagesView(own: Edition, { asked, found }: Results): Html {
  const pages = Math.ceil(found.total / perPage)
  const { say } = own
  const to = (page: number, rel: string, words: string) =>
    html`<a rel="${rel} nofollow" href="${pathOf(own, { ...asked, page })}">${words}</a> `
  if (pages < 2) return nothing
  return html`<nav class="on" aria-label="${say('deviceFinder.pages')}">
    ${asked.page > 1 ? to(Math.min(asked.page - 1, pages), 'prev', say('deviceFinder.previous')) : nothing}<span
      >${say('deviceFinder.pageOf', { page: countIn(own.lang, asked.page), pages: countIn(own.lang, pages) })}</span
    >
    ${asked.page < pages ? to(asked.page + 1, 'next', say('deviceFinder.next')) : nothing}
  </nav> `
}
