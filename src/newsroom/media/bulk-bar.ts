import type { Folder } from '#media'
import { type Html, html, nothing } from '#platform/html.ts'
import { choice } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { folderOptions } from './folder-options.ts'
import type { Filters } from './wanted.ts'

/** What can be done with the pictures that are ticked. */
export function bulkBar(visit: Visit, folders: readonly Folder[], { removed }: Filters): Html {
  const { say } = visit
  const deed = (value: string, words: string) => html`<button name="deed" value="${value}">${words}</button>`
  const text = (name: string, words: string) =>
    html`<p class="field">
      <label for="field-${name}">${words}</label><input id="field-${name}" name="${name}" maxlength="200" />
    </p>`
  return html`<fieldset class="bulk">
    <legend>${say('library.withChosen')}</legend>
    ${
      removed
        ? deed('restore', say('library.restore'))
        : html`${
              folders.length === 0
                ? nothing
                : html`<div>
                    ${choice(visit, { name: 'into', options: folderOptions(visit, folders) })}${deed('move', say('library.move'))}
                  </div>`
            }
            <div>${text('label', say('library.deviceName'))}${deed('device', say('library.label'))}</div>
            <div>${text('occasion', say('library.eventName'))}${deed('event', say('library.label'))}</div>
            <div>${text('credit', say('fields.credit'))}${deed('credit', say('library.setCredit'))}</div>
            <div>${deed('remove', say('library.remove'))}</div>`
    }
  </fieldset>`
}
