import { type DeviceRecord, type NamedProvenance, provenanceWords, specificationNames, specificationOf } from '#devices'
import { dayView } from '#look/time.ts'
import { dayOfInstant } from '#platform/fuzzy-date.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../edition.ts'

/** Who said something, and on which day: what a number beside a value leads to. */
interface Note {
  source: NamedProvenance
  /** Undefined where only the source is known. */
  at?: Instant
}

/** Every source of a device's page, numbered in the order in which the page names them. */
export interface SourceNotes {
  all: readonly Note[]
  numberOf(provenance: Id, at?: Instant): number
}

const inPageOrder = specificationNames.toSorted(
  (one, other) => Number(specificationOf(other).isKey ?? false) - Number(specificationOf(one).isKey ?? false),
)

const keyOf = (provenance: Id, at: Instant | undefined) => `${provenance} ${at === undefined ? '' : dayOfInstant(at)}`

export function notesOf({ specifications, sayings, stated, codes, datesFrom, provenances }: DeviceRecord): SourceNotes {
  const heard: [Id, Instant | undefined][] = [
    ...[...inPageOrder.flatMap((name) => specifications.get(name) ?? []), ...sayings].map(
      ({ provenance, asOf }): [Id, Instant] => [provenance.id, asOf],
    ),
    ...stated.map(({ provenance, saidAt }): [Id, Instant] => [provenance.id, saidAt]),
    ...codes.map(({ provenance, saidAt }): [Id, Instant | undefined] => [provenance, saidAt]),
  ]
  // What is said of no day stands with what else its source says.
  const days = new Map(heard.flatMap(([id, at]) => (at === undefined ? [] : [[id, at]])))
  if (datesFrom !== undefined) heard.unshift([datesFrom, undefined])
  const notes = new Map<string, Note>()
  for (const [id, said] of heard) {
    const at = said ?? days.get(id)
    const source = provenances.get(id)
    if (source && !notes.has(keyOf(id, at))) notes.set(keyOf(id, at), { source, ...(at !== undefined && { at }) })
  }
  const keys = [...notes.keys()]
  return {
    all: [...notes.values()],
    numberOf: (id, at = days.get(id)) => keys.indexOf(keyOf(id, at)) + 1,
  }
}

/** The number beside a value. It leads to who said it, without script and without a mouse. */
export function noteView({ say }: Pick<Edition, 'say'>, number: number): Html {
  return html`<sup
    ><a class="source-note" href="#source-${number}" aria-label="${say('devicePage.source', { number })}"
      >${number}</a
    ></sup
  >`
}

/** The list that the numbers lead to. */
export function sourcesView(own: Edition, { all }: SourceNotes): Html {
  const { say } = own
  if (all.length === 0) return nothing
  return html`<section class="device-sources">
    <h2>${say('devicePage.sources')}</h2>
    <ol>
      ${all.map((note, index) => html`<li id="source-${index + 1}">${namedSource(own, note.source)}${note.at === undefined ? nothing : html`, ${dayView(note.at, own.time)}`}</li> `)}
    </ol>
    ${all.some(({ source }) => source.licence !== undefined) ? html`<p class="quiet">${say('devicePage.licenceHint')}</p>` : nothing}
  </section> `
}

/** Who says it, what they are, and under which licence. */
export function namedSource({ say }: Pick<Edition, 'say'>, { kind, name, url, licence }: NamedProvenance): Html {
  const words = url === '' ? html`${name}` : html`<a href="${url}" rel="noopener">${name}</a>`
  return html`${words}
  (${say(provenanceWords[kind])}${licence === undefined ? nothing : html`, ${licenceView(licence)}`})`
}

/** Creative Commons asks for the address of its licences (CC BY-SA 3.0, 4a). */
function licenceView(licence: string): Html {
  const [, terms, version] = /^CC (BY(?:-[A-Z]{2})*) (\d\.\d)$/.exec(licence) ?? []
  if (terms === undefined) return html`${licence}`
  const address = `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`
  return html`<a href="${address}" rel="license noopener">${licence}</a>`
}
