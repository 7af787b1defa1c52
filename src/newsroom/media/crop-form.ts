import type { LibraryPicture } from '#media'
import { type Html, html } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { picturePath } from './paths.ts'

/** Shares as people read them. */
const percent = (share: number): number => Math.round(share * 1000) / 10

/** All of it, and a little above the middle, as the darkroom has it when nobody says anything. */
const whole = { left: 0, top: 0, width: 1, height: 1 }
const middle = { x: 0.5, y: 0.4 }

/**
 * Which part of its upload a picture shows, and what no crop may lose: plain numbers. A script puts the picture above
 * them, on which both can be dragged.
 */
export function cropForm({ say, entered }: Visit, { id, crop = whole, focus = middle, file }: LibraryPicture): Html {
  if (file.endsWith('.gif')) return html`<p class="quiet">${say('library.noCrop')}</p>`
  const number = (name: string, share: number) =>
    html`<p class="field">
      <label for="crop-${name}">${say(cropWords[name] ?? name)}</label>
      <input
        id="crop-${name}"
        name="${name}"
        type="number"
        min="0"
        max="100"
        step="0.1"
        value="${entered[name] ?? percent(share)}"
        required
      />
    </p> `
  const words = { part: say('library.part'), point: say('library.point'), hint: say('library.cropKeys') }
  return html`<section aria-labelledby="crop">
    <h2 id="crop">${say('library.crop')}</h2>
    <form
      method="post"
      action="${picturePath(id)}crop/"
      data-crop="${picturePath(id)}whole/"
      data-words="${JSON.stringify(words)}"
    >
      <p class="hint">${say('library.cropHint')}</p>
      <div class="numbers">
        ${number('left', crop.left)}${number('top', crop.top)}${number('width', crop.width)}${number('height', crop.height)}
        ${number('x', focus.x)}${number('y', focus.y)}
      </div>
      <p><button>${say('library.saveCrop')}</button></p>
    </form>
  </section>`
}

const cropWords: Readonly<Record<string, string>> = {
  left: 'library.left',
  top: 'library.top',
  width: 'library.width',
  height: 'library.height',
  x: 'library.focusX',
  y: 'library.focusY',
}
