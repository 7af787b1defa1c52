import type { allLabels, Folder } from '#media'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { foldersView } from './folders-view.ts'
import { library, libraryPath } from './paths.ts'
import type { Filters } from './wanted.ts'

type Labels = Awaited<ReturnType<typeof allLabels>>

/** All by which the library is narrowed down: words, folders, labels, states. */
export const filtersView = (
  visit: Visit,
  { folders, labels }: { folders: readonly Folder[]; labels: Labels },
  filters: Filters,
): Html =>
  html`<div class="library-filters">
    ${searchForm(visit, filters)}
    <details class="narrowing" ${isNarrowed(filters) ? raw('open') : nothing}>
      <summary>${visit.say('library.narrow')}</summary>
      ${foldersView(visit, folders, filters)} ${labelsView(visit, labels, filters)} ${statesView(visit, filters)}
    </details>
  </div>`

const isNarrowed = ({ folder, device, event, unused, removed }: Filters): boolean =>
  [folder, device, event, unused, removed].some((one) => one !== undefined)

/** A form that asks: what is found has an address. */
function searchForm({ say }: Visit, { folder, device, event, q = '', unused, removed }: Filters): Html {
  const kept = { folder, device, event, unused, removed }
  return html`<search>
    <form action="${library}">
      ${Object.entries(kept).map(([name, value]) => (value === undefined ? nothing : html`<input type="hidden" name="${name}" value="${value}" /> `))}
      <p class="field">
        <label for="field-q">${say('library.search')}</label>
        <input id="field-q" type="search" name="q" value="${q}" maxlength="200" />
      </p>
      <p><button>${say('library.find')}</button></p>
    </form>
  </search>`
}

function labelsView({ say }: Visit, labels: Labels, filters: Filters): Html {
  if (labels.length === 0) return nothing
  const { folder, q, unused } = filters
  const link = (kind: 'device' | 'event', name: string) =>
    html`<li>
      <a
        href="${libraryPath({ folder, q, unused, [kind]: name })}"
        ${filters[kind] === name ? raw('aria-current="true"') : nothing}
        >${name}</a
      >
    </li> `
  const list = (kind: 'device' | 'event', title: string) => {
    const own = labels.filter((label) => label.kind === kind)
    return own.length === 0
      ? nothing
      : html`<h2>${title}</h2>
          <ul>
            ${own.map(({ name }) => link(kind, name))}
          </ul>`
  }
  return html`<nav aria-label="${say('library.labels')}">
    ${list('device', say('library.devices'))}${list('event', say('library.events'))}
  </nav>`
}

const statesView = ({ say }: Visit, { folder, unused, removed }: Filters): Html =>
  html`<nav aria-label="${say('library.states')}">
    <ul>
      <li>
        <a href="${library}" ${!unused && !removed && folder === undefined ? raw('aria-current="true"') : nothing}
          >${say('library.all')}</a
        >
      </li>
      <li>
        <a href="${libraryPath({ unused: 1 })}" ${unused ? raw('aria-current="true"') : nothing}
          >${say('library.unused')}</a
        >
      </li>
      <li>
        <a href="${libraryPath({ removed: 1 })}" ${removed ? raw('aria-current="true"') : nothing}
          >${say('library.removed')}</a
        >
      </li>
    </ul>
  </nav>`
