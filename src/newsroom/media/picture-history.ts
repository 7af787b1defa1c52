import { filesOfPicture, type LibraryPicture } from '#media'
import { auditPage } from '#people'
import { timeView } from '#look/time.ts'
import type { Id } from '#platform/database/tables.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Say } from '#platform/i18n.ts'
import type { Visit } from '../route.ts'
import { picturePath } from './paths.ts'

type PictureFile = Awaited<ReturnType<typeof filesOfPicture>>[number]

const mostEntries = 50

/** What was done to a picture, and the files that it showed before, each with the way back. */
export async function historyView(
  { gawai, say, time }: Visit,
  { id, file }: LibraryPicture,
  mayChange: boolean,
): Promise<Html> {
  const [entries, files] = await Promise.all([
    auditPage(gawai, { object: `picture:${id}`, limit: mostEntries }),
    filesOfPicture(gawai, id),
  ])
  const former = files.filter((one) => one.file !== file)
  return html`<section aria-labelledby="history">
    <h2 id="history">${say('library.history')}</h2>
    <ul class="rows">
      ${entries.map(
        ({ at, by, action }) =>
          html`<li>
            <p>${say(deedWords[action] ?? 'library.did.other')} · ${by?.name ?? say('audit.program')}</p>
            <p class="quiet">${timeView(at, time)}</p>
          </li> `,
      )}
    </ul>
    ${mayChange && former.length > 0 ? formerView(say, id, former) : nothing}
  </section>`
}

const formerView = (say: Say, picture: Id, files: readonly PictureFile[]): Html =>
  html`<h3>${say('library.before')}</h3>
    <ul class="rows">
      ${files.map(
        ({ file, name, width, height, isCropped }) =>
          html`<li>
            <form method="post" action="${picturePath(picture)}file/">
              <input type="hidden" name="file" value="${file}" />
              <p>${name} · ${width} × ${height}${isCropped ? html` · ${say('library.isCropped')}` : nothing}</p>
              <button>${say('library.return')}</button>
            </form>
          </li> `,
      )}
    </ul>`

const deedWords: Readonly<Record<string, string>> = {
  'picture.added': 'library.did.added',
  'picture.described': 'library.did.described',
  'picture.credited': 'library.did.credited',
  'picture.moved': 'library.did.moved',
  'picture.labelled': 'library.did.labelled',
  'picture.cropped': 'library.did.cropped',
  'picture.replaced': 'library.did.replaced',
  'picture.returned': 'library.did.returned',
  'picture.removed': 'library.did.removed',
  'picture.restored': 'library.did.restored',
}
