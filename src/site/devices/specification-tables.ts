import {
  type DeviceRecord,
  type Group,
  groups,
  groupWords,
  type Resolved,
  type Saying,
  showValues,
  specificationNames,
  specificationOf,
  specificationWords,
} from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import { noteView, type SourceNotes } from './source-notes.ts'

/** What stands out: the few things that most readers ask for first. */
export function keyFacts(own: Edition, { specifications }: DeviceRecord, notes: SourceNotes): Html {
  const keys = specificationNames.filter((name) => specificationOf(name).isKey)
  const known = keys.flatMap((name) => specifications.get(name) ?? [])
  if (known.length === 0) return nothing
  return html`<dl class="key-facts">
    ${known.map(
      (one) =>
        html`<div>
          <dt>${own.say(specificationWords[one.name].label)}</dt>
          <dd>${valueView(own, one, notes)}</dd>
        </div> `,
    )}
  </dl> `
}

/** Everything that is known, a table for each group; what nobody says takes no space. */
export function specificationTables(own: Edition, { specifications }: DeviceRecord, notes: SourceNotes): Html {
  const tables = groups.map((group) => {
    const inGroup = specificationNames.filter((name) => specificationOf(name).group === group)
    return groupTable(
      own,
      group,
      inGroup.flatMap((name) => specifications.get(name) ?? []),
      notes,
    )
  })
  const { say } = own
  return html`<section class="specifications">
    <h2>${say('devicePage.specifications')}</h2>
    ${
      specifications.size === 0
        ? html`<p>${say('devicePage.noSpecifications')}</p>`
        : html`<p class="quiet">${say('devicePage.helpHint')}</p>
            <div class="groups">${tables}</div>`
    }
  </section> `
}

function groupTable(own: Edition, group: Group, known: readonly Resolved[], notes: SourceNotes): Html {
  if (known.length === 0) return nothing
  const { say } = own
  return html`<table>
    <caption>
      <h3>${say(groupWords[group])}</h3>
    </caption>
    <tbody>
      ${known.map(
        (one) =>
          html`<tr>
            <th scope="row">
              <details>
                <summary>${say(specificationWords[one.name].label)}</summary>
                <p>${say(specificationWords[one.name].help)}</p>
              </details>
            </th>
            <td>${valueView(own, one, notes)}${othersView(own, one, notes)}</td>
          </tr> `,
      )}
    </tbody>
  </table> `
}

/** A value and the number of who says it. */
export const valueView = (own: Edition, { name, values, provenance, asOf }: Saying, notes: SourceNotes): Html =>
  html`${showValues(name, values, own)}${noteView(own, notes.numberOf(provenance.id, asOf))}`

function othersView(own: Edition, { others }: Resolved, notes: SourceNotes): Html {
  if (others.length === 0) return nothing
  const said = others.map((other, index) => html`${index > 0 ? '; ' : ''}${valueView(own, other, notes)}`)
  return html`<p class="quiet">${own.say('devicePage.others')} ${said}</p>`
}
