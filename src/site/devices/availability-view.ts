import { type AvailabilityStatus, type DeviceRecord, type MarketAvailability, type Stated } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import { dateInWords, marketInWords } from './in-words.ts'
import { noteView, type SourceNotes } from './source-notes.ts'

/** Keys of words. */
const availabilityWords: Record<AvailabilityStatus, string> = {
  planned: 'deviceAvailable.planned',
  announced: 'deviceAvailable.announced',
  preorder: 'deviceAvailable.preorder',
  on_sale: 'deviceAvailable.on_sale',
  out_of_stock: 'deviceAvailable.out_of_stock',
  discontinued: 'deviceAvailable.discontinued',
  blocked: 'deviceAvailable.blocked',
  cancelled: 'deviceAvailable.cancelled',
}

/** Market by market what is known, with a column for each carrier. */
export function availabilityView(own: Edition, { availability }: DeviceRecord, notes: SourceNotes): Html {
  if (availability.length === 0) return nothing
  const { say } = own
  const carriers = new Map(availability.flatMap((row) => row.carriers.map(({ carrier }) => [carrier.id, carrier.name])))
  const columns = [undefined, ...carriers.keys()]
  return html`<section>
    <h2>${say('devicePage.availability')}</h2>
    <div
      class="table"
      role="region"
      aria-label="${say('devicePage.availability')}"
      tabindex="0"
      data-hint="${say('document.tableHint')}"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${say('devicePage.market')}</th>
            ${columns.map((id) => html`<th scope="col">${id === undefined ? say('devicePage.noCarrier') : carriers.get(id)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${availability.map(
            (row) =>
              html`<tr>
                <th scope="row">${marketInWords(own, row.market)}</th>
                ${columns.map((id) => html`<td>${cellView(own, row, id, notes)}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </section> `
}

function cellView(own: Edition, row: MarketAvailability, carrier: number | undefined, notes: SourceNotes): Html {
  const { say } = own
  const cell = carrier === undefined ? row.open : row.carriers.find((one) => one.carrier.id === carrier)
  if (!cell) return html`<span class="quiet">${say('devicePage.unknown')}</span>`
  const others = cell.others.map((other, index) => html`${index > 0 ? '; ' : ''}${statedView(own, other, notes)}`)
  return html`${statedView(own, cell, notes)}${others.length === 0 ? nothing : html`<p class="quiet">${say('devicePage.others')} ${others}</p>`}`
}

/** "Dijual, Juni 2018", and the number of who says so. */
export function statedView(own: Edition, { status, at, provenance, saidAt }: Stated, notes: SourceNotes): Html {
  const date = at === undefined ? '' : `, ${dateInWords(own, at)}`
  return html`${own.say(availabilityWords[status])}${date}${noteView(own, notes.numberOf(provenance.id, saidAt))}`
}
