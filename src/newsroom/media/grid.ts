import { type Folder, type LibraryPicture, type picturesPage, pictureView } from '#media'
import { can } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { bulkBar } from './bulk-bar.ts'
import { library, picturePath } from './paths.ts'
import type { Filters } from './wanted.ts'

/** Pictures of one page; for who may change any of them, as a form in which several are chosen. */
export function gridView(
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
