import { type CodeOnBox, type DeviceRecord, showNumber, showValues, specificationWords, type Variant } from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import { statedView } from './availability-view.ts'
import { marketInWords } from './in-words.ts'
import { noteView, type SourceNotes } from './source-notes.ts'

/** As what it is sold where, and what stands on its boxes. */
export function variantsView(own: Edition, record: DeviceRecord, notes: SourceNotes): Html {
  const { variants, codes } = record
  const loose = codes.filter(({ variant }) => variant === undefined)
  if (variants.length === 0 && loose.length === 0) return nothing
  const { say } = own
  return html`<section>
    <h2>${say('devicePage.variants')}</h2>
    ${variants.length === 0 ? nothing : variantsTable(own, record, notes)}${loose.length === 0 ? nothing : looseCodes(own, loose, notes)}
  </section> `
}

function variantsTable(own: Edition, record: DeviceRecord, notes: SourceNotes): Html {
  const { say } = own
  return html`<div
    class="table"
    role="region"
    aria-label="${say('devicePage.variants')}"
    tabindex="0"
    data-hint="${say('document.tableHint')}"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${say('devicePage.variant')}</th>
          <th scope="col">${say('devicePage.market')}</th>
          <th scope="col">${say('devicePage.memory')}</th>
          <th scope="col">${say('devicePage.code')}</th>
          <th scope="col">${say('devicePage.differs')}</th>
        </tr>
      </thead>
      <tbody>
        ${record.variants.map((variant) => variantRow(own, record, variant, notes))}
      </tbody>
    </table>
  </div> `
}

function variantRow(
  own: Edition,
  { codes, sayings, stated }: DeviceRecord,
  variant: Variant,
  notes: SourceNotes,
): Html {
  const { market, carrier, storageType } = variant
  const memory = [
    ...(variant.ram === undefined ? [] : [showNumber('ram', variant.ram, own)]),
    ...(variant.storage === undefined ? [] : [showNumber('storage', variant.storage, own)]),
    ...(storageType === undefined ? [] : [storageType]),
  ]
  const ownCodes = codes.filter((code) => code.variant === variant.id)
  const differs = sayings.filter((saying) => saying.variant === variant.id)
  const sold = stated.filter((one) => one.variant === variant.id)
  return html`<tr>
    <th scope="row">${variantName(own, variant)}</th>
    <td>${marketInWords(own, market)}${carrier === undefined ? nothing : ` (${carrier})`}</td>
    <td>${memory.join(' / ')}</td>
    <td>${ownCodes.map((code) => html`${codeLink(own, code, notes)} `)}</td>
    <td>
      ${differs.map(({ name, values, provenance, asOf }) => html`<p>${own.say(specificationWords[name].label)}: ${showValues(name, values, own)}${noteView(own, notes.numberOf(provenance.id, asOf))}</p>`)}${sold.map((one) => html`<p>${marketInWords(own, one.market)}: ${statedView(own, one, notes)}</p>`)}
    </td>
  </tr> `
}

/** Its own, or what tells it from the others. */
function variantName({ say }: Edition, { name, colour, sim }: Variant): string {
  const told = [name, colour, sim].filter((word) => word !== undefined && word !== '')
  return told.length > 0 ? told.join(', ') : say('devicePage.unnamedVariant')
}

function looseCodes(own: Edition, codes: readonly CodeOnBox[], notes: SourceNotes): Html {
  const byMarket = [...Map.groupBy(codes, ({ market }) => market)]
  return html`<dl class="codes">
    ${byMarket.map(
      ([market, sold]) =>
        html`<div>
          <dt>${own.say('devicePage.codesIn', { market: marketInWords(own, market) })}</dt>
          <dd>${sold.map((code) => html`${codeLink(own, code, notes)} `)}</dd>
        </div> `,
    )}
  </dl> `
}

const codeLink = (own: Edition, { code, provenance, saidAt }: CodeOnBox, notes: SourceNotes): Html =>
  html`<span><a href="${own.paths.code(code)}">${code}</a>${noteView(own, notes.numberOf(provenance, saidAt))}</span>`
