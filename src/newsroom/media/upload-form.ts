import { type Html, html, nothing } from '#platform/html.ts'
import type { Id } from '#platform/database/tables.ts'
import { acceptedPictures } from '../accepted-pictures.ts'
import type { Visit } from '../route.ts'
import { library } from './paths.ts'

/**
 * Brings pictures: a plain form for several files and, on a phone, for its camera. A script makes the whole page a
 * place to drop and paste, and shows how far each file is.
 */
export function uploadForm({ say, url }: Visit, folder: Id | undefined): Html {
  const words = {
    cancel: say('library.cancel'),
    cancelled: say('library.cancelled'),
    waiting: say('library.waiting'),
    added: say('library.wasAdded'),
    known: say('library.wasKnown'),
    failed: say('library.uploadFailed'),
    undo: say('undo.button'),
    show: say('library.showThem'),
    drop: say('library.dropHere'),
  }
  return html`<form
    method="post"
    action="${library}uploads/"
    enctype="multipart/form-data"
    class="upload"
    data-free
    data-upload="${JSON.stringify(words)}"
  >
    ${folder === undefined ? nothing : html`<input type="hidden" name="folder" value="${folder}" />`}
    <input type="hidden" name="to" value="${url.pathname}${folder === undefined ? '' : `?folder=${folder}`}" />
    <p class="upload-ways">
      <label class="button"
        >${say('library.choosePictures')}<input type="file" name="picture" multiple accept="${acceptedPictures}"
      /></label>
      <label class="button camera"
        >${say('library.takePhoto')}<input type="file" name="picture" accept="image/*" capture="environment"
      /></label>
      <button>${say('library.upload')}</button>
    </p>
    <p class="hint">${say('library.uploadHint')}</p>
  </form>`
}
