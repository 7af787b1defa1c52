import { ask } from './asking.ts'
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
  const dialog = ask(sheet, { title: say('table'), body: buttons })
}
