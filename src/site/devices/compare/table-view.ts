import {
  type ComparedRow,
  type Comparison,
  type DeviceLine,
  type Group,
  groupWords,
  groups,
  type Resolved,
  type Saying,
  showValues,
  specificationOf,
  specificationWords,
  statusWords,
} from '#devices'
import { dayView, periodInWords } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { verdictWords, whyWords } from '../bands/band-words.ts'
import { type AskedComparison, comparisonPath } from './address.ts'
import { marketName, smallestIn, sumIn } from './sum.ts'

/** The devices beside each other; what each row is about stays where it is while the rest is moved. */
export function comparisonTable(own: Edition, asked: AskedComparison, comparison: Comparison): Html {
  const { say } = own
  const { devices, rows } = comparison
  const shown = asked.isOnlyDifferences ? rows.filter(({ isSame }) => !isSame) : rows
  const other = comparisonPath(own, { ...asked, isOnlyDifferences: !asked.isOnlyDifferences })
  const toggle =
    devices.length < 2
      ? nothing
      : html`<p class="on">
          <a rel="nofollow" href="${other}"
            >${say(asked.isOnlyDifferences ? 'deviceCompare.everything' : 'deviceCompare.onlyDifferences')}</a
          >
        </p> `
  return html`${toggle}
    <div
      class="table comparison"
      role="region"
      tabindex="0"
      aria-label="${say('deviceCompare.table')}"
      data-hint="${say('deviceCompare.hint')}"
    >
      <table>
        <thead>
          <tr>
            <td></td>
            ${devices.map((device) => headCell(own, asked, device))}
          </tr>
        </thead>
        <tbody>
          ${factRows(own, devices)}
        </tbody>
        ${groups.map((group) => groupRows(own, comparison, group, shown))}${carrierRows(own, comparison)}
      </table>
    </div>
    ${asked.isOnlyDifferences && shown.length === 0 ? html`<p role="status">${say('deviceCompare.allSame')}</p> ` : nothing}`
}

function headCell(own: Edition, asked: AskedComparison, { slug, brand, name }: DeviceLine): Html {
  const whole = `${brand.name} ${name}`
  const without = comparisonPath(own, { ...asked, slugs: asked.slugs.filter((one) => one !== slug) })
  return html`<th scope="col">
    <a href="${own.paths.device(slug)}">${whole}</a>
    <a
      class="take-out"
      rel="nofollow"
      href="${without}"
      aria-label="${own.say('deviceCompare.takeOut', { device: whole })}"
      >${own.say('deviceCompare.remove')}</a
    >
  </th> `
}

/** What every device has, whoever says it. */
function factRows(own: Edition, devices: readonly DeviceLine[]): Html {
  const { say, lang, time } = own
  const date = ({ released, announced }: DeviceLine) => (released ?? announced)?.replace(/[?~%]$/, '')
  const price = ({ price: lowest }: DeviceLine) =>
    lowest &&
    html`${sumIn(lang, lowest.amount / smallestIn(lowest.currency), lowest.currency)}
      <span class="quiet"
        >${say('deviceCompare.seen', { market: marketName(lang, lowest.market) })} ${dayView(lowest.seenAt, time)}</span
      >`
  const row = (label: string, cells: readonly (Html | string | undefined)[]) =>
    cells.every((cell) => cell === undefined)
      ? nothing
      : html`<tr>
          <th scope="row">${label}</th>
          ${cells.map((cell) => html`<td>${cell ?? unknown(own)}</td> `)}
        </tr> `
  return html`${row(
    say('deviceCompare.status'),
    devices.map(({ status }) => say(statusWords[status])),
  )}${row(
    say('deviceCompare.date'),
    devices.map((device) => {
      const known = date(device)
      return known === undefined ? undefined : periodInWords(known, time)
    }),
  )}${row(say('deviceCompare.price'), devices.map(price))}`
}

function groupRows(own: Edition, comparison: Comparison, group: Group, rows: readonly ComparedRow[]): Html {
  const rowsHere = rows.filter(({ name }) => specificationOf(name).group === group)
  if (rowsHere.length === 0) return nothing
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan="${comparison.devices.length + 1}"><span>${own.say(groupWords[group])}</span></th>
    </tr>
    ${rowsHere.map((row) => specificationRow(own, comparison, row))}
  </tbody> `
}

function specificationRow(own: Edition, comparison: Comparison, { name, cells, better }: ComparedRow): Html {
  return html`<tr>
    <th scope="row">${own.say(specificationWords[name].label)}</th>
    ${cells.map((cell, place) => html`<td>${cell ? valueView(own, comparison, cell) : unknown(own)}${better.has(place) ? html` <strong class="better">${own.say(cells.length > 2 ? 'deviceCompare.best' : 'deviceCompare.better')}</strong>` : nothing}</td> `)}
  </tr> `
}

/** How each device works with the carriers of a market, and what it lacks. */
function carrierRows({ say, lang }: Edition, { devices, carriers }: Comparison): Html {
  const [first] = carriers
  if (!first) return nothing
  const market = marketName(lang, first.market)
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan="${devices.length + 1}"><span>${say('deviceBands.group', { market })}</span></th>
    </tr>
    ${carriers.map(
      ({ carrier, verdicts }) =>
        html`<tr>
          <th scope="row">${carrier.name}</th>
          ${verdicts.map((one) => html`<td><strong>${say(verdictWords[one.verdict])}</strong>${whyWords(say, one).map((why) => html` <span class="why">${why}</span>`)}</td> `)}
        </tr> `,
    )}
  </tbody> `
}

const unknown = ({ say }: Edition): Html => html`<span class="quiet">${say('deviceCompare.notKnown')}</span>`

function valueView(own: Edition, comparison: Comparison, cell: Resolved): Html {
  const said = (saying: Saying) =>
    html`${showValues(saying.name, saying.values, own)} ${sourceMark(own, comparison.sourceOf(saying))}`
  return html`${said(cell)}${cell.others.map((other) => html`<br /><span class="quiet">${own.say('deviceCompare.otherwise')} ${said(other)}</span>`)}`
}

const sourceMark = ({ say }: Edition, number: number): Html =>
  html`<a class="mark" href="#source-${number}" aria-label="${say('deviceCompare.source', { number })}">[${number}]</a>`
