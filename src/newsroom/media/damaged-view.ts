import type { LibraryPicture } from '#media'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { picturePath } from './paths.ts'

/** Pictures whose stored files are no longer what was stored, and what to do: somebody may still have the file. */
export const damagedView = ({ say }: Visit, damaged: readonly LibraryPicture[]): Html =>
  damaged.length === 0
    ? nothing
    : html`<section class="damaged" aria-labelledby="damaged">
        <h2 id="damaged">${say('library.damaged', { count: damaged.length })}</h2>
        <p>${say('library.damagedWords')}</p>
        <ul>
          ${damaged.map(({ id, name }) => html`<li><a href="${picturePath(id)}#replace">${name}</a></li> `)}
        </ul>
      </section>`
