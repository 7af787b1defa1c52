import { categoryWords, type DeviceLink, type DeviceRecord, type OtherName, statusWords } from '#devices'
import { pictureView } from '#media'
import { type Html, html, nothing } from '#platform/html.ts'
import { type Edition, otherEdition } from '../edition.ts'
import { joined } from '../joined.ts'
import { dateInWords, marketInWords } from './in-words.ts'
import { noteView, type SourceNotes } from './source-notes.ts'
import { keyFacts } from './specification-tables.ts'

/** What it is, how it looks, whether it can be bought, and the few things that most readers ask for. */
export function deviceTop(own: Edition, record: DeviceRecord, notes: SourceNotes): Html {
  const { name, brand, family, category } = record
  const { paths, say } = own
  const other = otherEdition(own)
  return html`<header class="page-title">
      <p class="label">
        ${say(categoryWords[category])} <span>/</span>
        <a href="${paths.brand(brand.slug)}">${brand.name}</a
        >${family ? html` <span>/</span> <a href="${paths.family(brand.slug, family.slug)}">${family.name}</a>` : nothing}
      </p>
      <h1>${name}</h1>
      <p class="device-state">${stateOf(own, record, notes)}</p>
      ${namesView(own, record.names)}${other ? html`<p class="partner"><a href="${other.paths.device(record.slug)}" hreflang="${other.lang}" lang="${other.lang}">${say('list.inOtherLanguage')}</a></p> ` : nothing}
    </header>
    <div class="device-top">
      ${pictureOf(own, record)}
      <div>${keyFacts(own, record, notes)}${kinView(own, record)}</div>
    </div> `
}

function stateOf(own: Edition, { status, released, announced, datesFrom }: DeviceRecord, notes: SourceNotes): Html {
  const { say } = own
  const date =
    released === undefined
      ? announced !== undefined && say('devicePage.announced', { date: dateInWords(own, announced) })
      : say('devicePage.released', { date: dateInWords(own, released) })
  const note = datesFrom === undefined ? nothing : noteView(own, notes.numberOf(datesFrom))
  // That it was released the date says.
  if (status === 'released' && released !== undefined) return html`<b>${date}</b>${note}`
  return html`<b>${say(statusWords[status])}</b>${date === false ? nothing : html` · ${date}${note}`}`
}

function namesView(own: Edition, names: readonly OtherName[]): Html {
  const line = (key: string, shown: readonly OtherName[]) =>
    shown.length === 0 ? [] : [own.say(key, { names: shown.map((name) => nameIn(own, name)).join(', ') })]
  const codenames = names.filter(({ kind }) => kind === 'codename')
  const others = names.filter(({ kind }) => kind !== 'codename')
  const lines = [...line('devicePage.alsoCalled', others), ...line('devicePage.codename', codenames)]
  return lines.length === 0 ? nothing : html`<p class="quiet">${lines.join(' ')}</p> `
}

const nameIn = (own: Edition, { words, market }: OtherName): string =>
  market === '' ? words : `${words} (${marketInWords(own, market)})`

function pictureOf({ lang, say }: Edition, { picture, name }: DeviceRecord): Html {
  if (!picture) return nothing
  const { alt, credit, ...shown } = picture
  const view = pictureView(
    { ...shown, alt: alt[lang] === '' ? name : alt[lang] },
    { shape: 'whole', sizes: '(min-width: 48rem) 20rem, 60vw', isEager: true },
  )
  return html`<figure>
    ${view}${credit === '' ? nothing : html`<figcaption>${say('document.credit', { name: credit })}</figcaption>`}
  </figure> `
}

function kinView(own: Edition, { predecessor, successors }: DeviceRecord): Html {
  const link = ({ slug, name }: DeviceLink) => html`<a href="${own.paths.device(slug)}">${name}</a>`
  const lines = [
    ...(successors.length > 0
      ? [html`${own.say('devicePage.successor')} ${joined(own.lang, successors.map(link))}`]
      : []),
    ...(predecessor ? [html`${own.say('devicePage.predecessor')} ${link(predecessor)}`] : []),
  ]
  return html`${lines.map((line) => html`<p class="kin">${line}</p> `)}`
}
