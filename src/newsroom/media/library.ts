import { allLabels, damagedPictures, folderTree, picturesPage } from '#media'
import { can } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { type Page, route, type Visit } from '../route.ts'
import { damagedView } from './damaged-view.ts'
import { gridView } from './grid.ts'
import { filtersView } from './library-filters.ts'
import { library, libraryPath } from './paths.ts'
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
        ${filtersView(visit, { folders, labels }, filters)}
        <div>${gridView(visit, page, folders, filters)}${onward(visit, filters, page.before)}</div>
      </div>`,
  }
}

const onward = ({ say }: Visit, filters: Filters, before: number | undefined): Html =>
  before === undefined
    ? nothing
    : html`<p class="on"><a href="${libraryPath({ ...filters, before })}">${say('library.older')}</a></p>`

export const libraryRoutes = [route.page('/pictures/', 'pictures.see', libraryPage)]
