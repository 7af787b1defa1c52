import {
  allLabels,
  damagedPictures,
  type Folder,
  folderTree,
  type LibraryPicture,
  picturesPage,
  pictureView,
} from '#media'
import { can } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { type Page, route, type Visit } from '../route.ts'
import { bulkBar } from './bulk-bar.ts'
import { damagedView } from './damaged-view.ts'
import { foldersView } from './folders-view.ts'
import { library, libraryPath, picturePath } from './paths.ts'
import { uploadForm } from './upload-form.ts'
import { type Filters, filtersIn, folderIn, wantedBy } from './wanted.ts'

/** The library: all pictures, the newest first, as a grid that can be narrowed down by plain links. */
export async function libraryPage(visit: Visit): Promise<Page> {
  const { say, gawai, url, actor } = visit
  const filters = filtersIn(url)
  const [page, folders, labels, damaged] = await Promise.all([
    picturesPage(gawai, wantedBy(filters)),
    folderTree(gawai),
    allLabels(gawai),
    filters.before === undefined ? damagedPictures(gawai) : [],
  ])
  return {
    title: say('library.title'),
    lead: say('library.lead'),
    room: library,
    isWide: true,
    body: html`${damagedView(visit, damaged)}
      ${can(actor, 'pictures.add') && !filters.removed ? uploadForm(visit, folderIn(filters)) : nothing}
      <div class="library">
        <div class="library-filters">
          ${searchForm(visit, filters)}
          <details class="narrowing" ${isNarrowed(filters) ? raw('open') : nothing}>
            <summary>${say('library.narrow')}</summary>
            ${foldersView(visit, folders, filters)} ${labelsView(visit, labels, filters)} ${statesView(visit, filters)}
          </details>
        </div>
        <div>${gridForm(visit, page, folders, filters)}${onward(visit, filters, page.before)}</div>
      </div>`,
  }
}

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

function labelsView({ say }: Visit, labels: Awaited<ReturnType<typeof allLabels>>, filters: Filters): Html {
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

function gridForm(
  visit: Visit,
  { items: pictures, before }: Awaited<ReturnType<typeof picturesPage>>,
  folders: readonly Folder[],
  filters: Filters,
): Html {
  const { say, actor, url } = visit
  if (pictures.length === 0) return html`<p class="quiet">${say(emptyWords(filters, before))}</p>`
  const grid = html`<ul class="pictures">
    ${pictures.map((picture) => tile(visit, picture))}
  </ul>`
  if (!can(actor, 'pictures.change') && !can(actor, 'pictures.remove')) return grid
  return html`<form method="post" action="${library}chosen/" data-free data-choosing>
    <input type="hidden" name="to" value="${url.pathname + withoutDone(url)}" />
    ${grid}${bulkBar(visit, folders, filters)}
  </form>`
}

/** A page that leads on may hold nothing: only so many are looked through at once. */
function emptyWords(filters: Filters, before: number | undefined): string {
  if (before !== undefined) return 'library.noneSoFar'
  const { q, device, event, unused, removed } = filters
  if ([q, device, event, unused].some((one) => one !== undefined)) return 'library.noneFound'
  return removed ? 'library.noneRemoved' : 'library.none'
}

function withoutDone(url: URL): string {
  const search = new URLSearchParams(url.search)
  search.delete('done')
  return search.size === 0 ? '' : `?${search.toString()}`
}

const tile = ({ say }: Visit, { id, name, src, width, height, colour, alt, removedAt }: LibraryPicture): Html =>
  html`<li>
    <label class="choose"
      ><input type="checkbox" name="picture" value="${id}" /><span class="unseen"
        >${say('library.choose', { name })}</span
      ></label
    >
    <a href="${picturePath(id)}" ${removedAt === undefined ? nothing : raw('class="gone"')}>
      ${pictureView({ src, width, height, colour, alt: '' }, { shape: '1x1', sizes: '10rem' })}
      <span class="tile-name">${name}</span>
      ${alt.id === '' && alt.en === '' ? html`<span class="missing">${say('library.noAlt')}</span>` : nothing}
    </a>
  </li> `

const onward = ({ say }: Visit, filters: Filters, before: number | undefined): Html =>
  before === undefined
    ? nothing
    : html`<p class="on"><a href="${libraryPath({ ...filters, before })}">${say('library.older')}</a></p>`

export const libraryRoutes = [route.page('/pictures/', 'pictures.see', libraryPage)]
