import { ask, askedField } from './asking.ts'
import { changeBlock } from './inserting.ts'
import type { Sheet } from './sheet.ts'
import { typedAddress } from './typed-address.ts'

/** Where the quotation around the cursor is from. */
export function askQuoted(sheet: Sheet): void {
  const { editor, say } = sheet
  const { root, field } = askedField(say('quotedAddress'), String(editor.getAttributes('blockquote')['cite'] ?? ''))
  ask(sheet, {
    title: say('quotedFrom'),
    body: [root],
    done: say('apply'),
    onDone() {
      const cite = typedAddress(field.value) ?? null
      if (cite === null && field.value.trim() !== '') return say('wrongAddress')
      changeBlock(editor, 'blockquote', { cite })
      return undefined
    },
  })
}
