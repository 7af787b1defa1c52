import { ask, askedField } from './asking.ts'
import { changeBlock, insertBlock } from './inserting.ts'
import type { Sheet } from './sheet.ts'
import { typedAddress } from './typed-address.ts'

/** @param now what the chosen embed says; none for a new one */
export function askEmbed(sheet: Sheet, now?: Readonly<Record<string, unknown>>): void {
  const { editor, say } = sheet
  const { root, field } = askedField(say('address'), typeof now?.['url'] === 'string' ? now['url'] : '')
  ask(sheet, {
    title: say('embed'),
    body: [root],
    done: say('apply'),
    onDone() {
      const url = typedAddress(field.value)
      if (url === undefined) return say('wrongAddress')
      if (now) changeBlock(editor, 'embed', { url, title: null })
      else insertBlock(editor, { type: 'embed', attrs: { url } })
      return undefined
    },
  })
}
