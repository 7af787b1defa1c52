import { usesOfPicture } from '#articles'
import {
  filesOfPicture,
  findPicture,
  folderTree,
  type Label,
  type LibraryPicture,
  originalAnswer,
  pictureView,
  wholeAnswer,
} from '#media'
import { auditPage, can, type Owned } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { idIn } from '../form.ts'
import { type Page, route, type Visit } from '../route.ts'
import { cropForm } from './crop-form.ts'
import { library, libraryPath, picturePath } from './paths.ts'
import { labelsForm, folderForm, removalForm, replacementForm, wordsForm } from './picture-forms.ts'

export const wantedPicture = ({ params }: Visit): number => idIn(params, 'picture')

/** The picture that an address names. @throws NotFound */
export async function pictureHere(visit: Visit): Promise<LibraryPicture & { labels: Label[] }> {
  const picture = await findPicture(visit.gawai, wantedPicture(visit))
  if (!picture) throw new NotFound('There is no such picture in the library', { key: 'library.gone' })
  return picture
}

/** Whose it is, for who asks what somebody may do to it. */
export const ownerOf = ({ madeBy }: LibraryPicture): Owned => ({ owner: madeBy ?? null })

/** One picture: what it shows, what is said of it, who shows it, what became of it. */
export async function picturePage(visit: Visit): Promise<Page> {
  const { gawai, actor, say } = visit
  const picture = await pictureHere(visit)
  const [uses, folders] = await Promise.all([usesOfPicture(gawai, picture.id), folderTree(gawai)])
  const mayChange = can(actor, 'pictures.change', ownerOf(picture)) && picture.removedAt === undefined
  return {
    title: picture.name,
    room: library,
    isWide: true,
    body: html`<p>
        <a href="${picture.folder === undefined ? library : libraryPath({ folder: picture.folder })}"
          >${say('library.back')}</a
        >
      </p>
      ${picture.damagedAt === undefined ? nothing : html`<p class="damaged">${say('library.isDamaged')}</p>`}
      ${picture.removedAt === undefined ? nothing : html`<p class="damaged">${say('library.isRemoved')}</p>`}
      <div class="one-picture">
        <div>
          <figure>
            ${pictureView({ ...picture, alt: picture.alt[visit.lang] }, { shape: 'whole', sizes: '(min-width: 60rem) 44rem, 100vw', isEager: true })}
          </figure>
          ${factsView(visit, picture)}${usesView(visit, uses)}
          ${mayChange ? html`${cropForm(visit, picture)}${replacementForm(visit, picture)}` : nothing}
        </div>
        <div>
          ${mayChange ? html`${wordsForm(visit, picture)}${labelsForm(visit, picture)}${folderForm(visit, picture, folders)}` : saidView(visit, picture)}
          ${can(actor, 'pictures.remove', ownerOf(picture)) ? removalForm(visit, picture) : nothing}
          ${await historyView(visit, picture, mayChange)}
        </div>
      </div>`,
  }
}

function factsView({ say, time }: Visit, { width, height, bytes, madeAt, id }: LibraryPicture): Html {
  const size = say('library.size', { width, height, kilobytes: Math.max(1, Math.round(bytes / 1000)) })
  return html`<p class="quiet">
    ${size} · ${timeView(madeAt, time)} · <a href="${picturePath(id)}original/" download>${say('library.original')}</a>
  </p>`
}

function usesView({ say }: Visit, uses: Awaited<ReturnType<typeof usesOfPicture>>): Html {
  const state = { published: 'library.published', scheduled: 'library.scheduled', unpublished: 'library.unpublished' }
  return html`<section aria-labelledby="uses">
    <h2 id="uses">${say('library.uses')}</h2>
    ${
      uses.length === 0
        ? html`<p class="quiet">${say('library.noUses')}</p>`
        : html`<ul class="rows">
            ${uses.map(
              (use) =>
                html`<li>
                  ${use.path === undefined ? html`<p><strong>${use.title}</strong></p>` : html`<a href="${use.path}">${use.title}</a>`}
                  <p class="quiet">
                    ${say(state[use.state])}${use.state === 'published' && !use.isShown ? html` · ${say('library.notShownYet')}` : nothing}
                  </p>
                </li> `,
            )}
          </ul>`
    }
  </section>`
}

/** What somebody reads who may not change it. */
const saidView = ({ say }: Visit, { alt, credit, licence, labels }: LibraryPicture & { labels: Label[] }): Html =>
  html`<dl>
    ${[
      ['fields.altId', alt.id],
      ['fields.altEn', alt.en],
      ['fields.credit', credit],
      ['fields.licence', licence],
      ['library.labels', labels.map(({ name }) => name).join(', ')],
    ].map(
      ([key = '', said]) =>
        html`<dt>${say(key)}</dt>
          <dd>${said || '–'}</dd>`,
    )}
  </dl>`

const mostEntries = 50

/** What was done to it, and the files that it showed before, each with the way back. */
async function historyView(
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
    ${
      former.length === 0 || !mayChange
        ? nothing
        : html`<h3>${say('library.before')}</h3>
            <ul class="rows">
              ${former.map(
                (one) =>
                  html`<li>
                    <form method="post" action="${picturePath(id)}file/">
                      <input type="hidden" name="file" value="${one.file}" />
                      <p>
                        ${one.name} · ${one.width} ×
                        ${one.height}${one.isCropped ? html` · ${say('library.isCropped')}` : nothing}
                      </p>
                      <button>${say('library.return')}</button>
                    </form>
                  </li> `,
              )}
            </ul>`
    }
  </section>`
}

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

export const pictureRoutes = [
  route.page('/pictures/:picture{[1-9]\\d*}/', 'pictures.see', picturePage),
  route.page('/pictures/:picture{[1-9]\\d*}/whole/', 'pictures.see', (visit) =>
    wholeAnswer(visit.gawai, wantedPicture(visit)),
  ),
  route.page('/pictures/:picture{[1-9]\\d*}/original/', 'pictures.see', (visit) =>
    originalAnswer(visit.gawai, wantedPicture(visit)),
  ),
]
