import { countUsers, usesOfPicture } from '#articles'
import {
  findPicture,
  folderTree,
  type Label,
  type LibraryPicture,
  originalAnswer,
  pictureView,
  wholeAnswer,
} from '#media'
import { can, type Owned } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { idIn } from '../forms/form.ts'
import { type Page, route, type Visit } from '../route.ts'
import { cropForm } from './crop-form.ts'
import { library, libraryPath, picturePath } from './paths.ts'
import { folderForm, labelsForm, removalForm, replacementForm, wordsForm } from './picture-forms.ts'
import { historyView } from './picture-history.ts'

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
  const [uses, users, folders] = await Promise.all([
    usesOfPicture(gawai, picture.id),
    countUsers(gawai, picture.id),
    folderTree(gawai),
  ])
  const mayChange = can(actor, 'pictures.change', ownerOf(picture)) && picture.removedAt === undefined
  return {
    title: picture.name,
    room: library,
    isWide: true,
    body: html`<p class="on">
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
          ${mayChange ? html`${wordsForm(visit, picture, users)}${labelsForm(visit, picture)}${folderForm(visit, picture, folders)}` : saidView(visit, picture)}
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

export const pictureRoutes = [
  route.page('/pictures/:picture{[1-9]\\d*}/', 'pictures.see', picturePage),
  route.page('/pictures/:picture{[1-9]\\d*}/whole/', 'pictures.see', (visit) =>
    wholeAnswer(visit.gawai, wantedPicture(visit)),
  ),
  route.page('/pictures/:picture{[1-9]\\d*}/original/', 'pictures.see', (visit) =>
    originalAnswer(visit.gawai, wantedPicture(visit)),
  ),
]
