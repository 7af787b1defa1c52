import { type Comparison, provenanceWords } from '#devices'
import { dayView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../../edition.ts'
import { carrierSources } from '../bands/bands-view.ts'

/** Who said the values of the table, and when: their numbers stand beside the values. */
export function comparisonSources(own: Edition, { sources, carriers }: Comparison): Html {
  const { say, time } = own
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
    </ol>
    ${carriers.length === 0 ? nothing : carrierSources(own, carriers)}`
}
