import { type AvailabilityStatus, type DeviceRecord, type MarketCode, type ShownAvailability } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import { dateInWords, marketInWords } from './in-words.ts'
import { noteView, type SourceNotes } from './source-notes.ts'
import { variantName } from './variants-view.ts'

/** Keys of words. */
export const availabilityWords: Record<AvailabilityStatus, string> = {
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
export function availabilityView(own: Edition, record: DeviceRecord, notes: SourceNotes): Html {
  const { availability } = record
  if (availability.length === 0) return nothing
  const { say } = own
  const byMarket = [...Map.groupBy(availability, ({ market }) => market)]
  const carriers = [...new Map(availability.flatMap(({ carrier }) => (carrier ? [[carrier.id, carrier.name]] : [])))]
  const hasOpen = availability.some(({ carrier }) => carrier === undefined)
  const columns = [...(hasOpen ? [undefined] : []), ...carriers.map(([id]) => id)]
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
            ${hasOpen ? html`<th scope="col">${say('devicePage.noCarrier')}</th>` : nothing}${carriers.map(([, name]) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${byMarket.map(([market, known]) => marketRow(own, record, { market, known, columns }, notes))}
        </tbody>
      </table>
    </div>
  </section> `
}

interface MarketRow {
  market: MarketCode
  known: readonly ShownAvailability[]
  columns: readonly (number | undefined)[]
}

function marketRow(
  own: Edition,
  record: DeviceRecord,
  { market, known, columns }: MarketRow,
  notes: SourceNotes,
): Html {
  return html`<tr>
    <th scope="row">${marketInWords(own, market)}</th>
    ${columns.map((column) => {
      const here = known.filter(({ carrier }) => carrier?.id === column)
      return html`<td>
        ${here.length === 0 ? own.say('devicePage.unknown') : here.map((one) => html`<p>${stateView(own, record, one, notes)}</p>`)}
      </td>`
    })}
  </tr> `
}

function stateView(own: Edition, { variants }: DeviceRecord, one: ShownAvailability, notes: SourceNotes): Html {
  const variant = variants.find(({ id }) => id === one.variant)
  const words = [
    ...(variant ? [`${variantName(own, variant)}: `] : []),
    own.say(availabilityWords[one.status]),
    ...(one.at === undefined ? [] : [`, ${dateInWords(own, one.at)}`]),
  ]
  return html`${words.join('')}${noteView(own, notes.numberOf(one.provenance, one.saidAt))}`
}
