import { ask, askedField } from './asking.ts'
import { toolButton } from './tool-button.ts'
import type { Sheet } from './sheet.ts'

/** What can be done with the table around the cursor. */
export function askTable(sheet: Sheet): void {
  const { editor, say } = sheet
  const chain = () => editor.chain().focus()
  const deeds: readonly [string, () => boolean][] = [
    ['rowAbove', () => chain().addRowBefore().run()],
    ['rowBelow', () => chain().addRowAfter().run()],
    ['columnBefore', () => chain().addColumnBefore().run()],
    ['columnAfter', () => chain().addColumnAfter().run()],
    ['headerRow', () => chain().toggleHeaderRow().run()],
    ['removeRow', () => chain().deleteRow().run()],
    ['removeColumn', () => chain().deleteColumn().run()],
    ['removeTable', () => chain().deleteTable().run()],
  ]
  const buttons = deeds.map(([key, deed]) =>
    toolButton(say(key), () => {
      dialog.close()
      deed()
    }),
  )
  const caption = askedField(say('caption'), String(editor.getAttributes('table')['caption'] ?? ''), { most: 500 })
  const dialog = ask(sheet, {
    title: say('table'),
    body: [caption.root, ...buttons],
    done: say('apply'),
    onDone() {
      chain()
        .updateAttributes('table', { caption: caption.field.value.trim() || null })
        .run()
      return undefined
    },
  })
}
