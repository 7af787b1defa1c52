import type { Folder, Label, LibraryPicture } from '#media'
import { type Html, html, nothing } from '#platform/html.ts'
import { area, choice, field } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { folderOptions } from './folder-options.ts'
import { picturePath } from './paths.ts'
import { acceptedPictures } from '../accepted-pictures.ts'

type Shown = LibraryPicture & { labels: Label[] }

/** What is said of a picture. @param users how many articles show it */
export const wordsForm = (visit: Visit, { id, alt, credit, licence }: Shown, users: number): Html =>
  html`<form method="post" action="${picturePath(id)}words/">
    ${users === 0 ? nothing : html`<p class="quiet">${visit.say('library.wordsFollow', { count: users })}</p>`}
    ${area(visit, { name: 'altId', value: alt.id, most: 2000, hint: visit.say('library.altHint') })}
    ${area(visit, { name: 'altEn', value: alt.en, most: 2000 })}
    ${field(visit, { name: 'credit', value: credit, most: 2000, isOptional: true })}
    ${field(visit, { name: 'licence', value: licence, most: 2000, isOptional: true, hint: visit.say('library.licenceHint') })}
    <p><button>${visit.say('form.save')}</button></p>
  </form>`

/** Labels as people write them: names between commas. */
export function labelsForm(visit: Visit, { id, labels }: Shown): Html {
  const named = (kind: Label['kind']) =>
    labels
      .filter((label) => label.kind === kind)
      .map(({ name }) => name)
      .join(', ')
  return html`<form method="post" action="${picturePath(id)}labels/">
    ${field(visit, { name: 'devices', value: named('device'), most: 2000, isOptional: true, hint: visit.say('library.commas') })}
    ${field(visit, { name: 'events', value: named('event'), most: 2000, isOptional: true })}
    <p><button>${visit.say('library.saveLabels')}</button></p>
  </form>`
}

export const folderForm = (visit: Visit, { id, folder }: Shown, folders: readonly Folder[]): Html =>
  html`<form method="post" action="${picturePath(id)}folder/">
    ${choice(visit, { name: 'folder', value: String(folder ?? 0), options: folderOptions(visit, folders) })}
    <p><button>${visit.say('library.move')}</button></p>
  </form>`

/** Other bytes for the same picture, everywhere. */
export const replacementForm = ({ say }: Visit, { id }: Shown): Html =>
  html`<section aria-labelledby="replace">
    <h2 id="replace">${say('library.replace')}</h2>
    <form method="post" action="${picturePath(id)}replacement/" enctype="multipart/form-data" class="column">
      <p class="hint">${say('library.replaceWords')}</p>
      <p class="field">
        <label for="field-replacement">${say('library.newFile')}</label>
        <input id="field-replacement" type="file" name="picture" accept="${acceptedPictures}" required />
      </p>
      <p><button>${say('library.replace')}</button></p>
    </form>
  </section>`

export const removalForm = ({ say }: Visit, { id, removedAt }: Shown): Html =>
  html`<form method="post" action="${picturePath(id)}${removedAt === undefined ? 'removal' : 'restoring'}/">
    <button>${say(removedAt === undefined ? 'library.removeOne' : 'library.restoreOne')}</button>
  </form>`
