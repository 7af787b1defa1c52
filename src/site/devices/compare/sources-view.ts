import { type Comparison, provenanceWords } from '#devices'
import { dayView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'

/** Who said the values of the table, and when: their numbers stand beside the values. */
export function comparisonSources({ say, time }: Edition, { sources }: Comparison): Html {
  if (sources.length === 0) return nothing
  return html`<h2 class="part">${say('deviceCompare.sources')}</h2>
    <ol class="numbered">
      ${sources.map(
        ({ kind, name, url, licence, asOf }, place) =>
          html`<li id="source-${place + 1}">
            ${url === '' ? html`${name}` : html`<a href="${url}">${name}</a>`}
            (${say(provenanceWords[kind])}${licence === null ? nothing : html`, ${licence}`}), ${dayView(asOf, time)}
          </li> `,
      )}
    </ol> `
}
