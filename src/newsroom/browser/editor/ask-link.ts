import { ask, askedField } from './asking.ts'
import { toolButton } from './tool-button.ts'
import type { Sheet } from './sheet.ts'

/** Where what is chosen leads, or the link around the cursor. */
export function askLink(sheet: Sheet): void {
  const { editor, say } = sheet
  const now = String(editor.getAttributes('link')['href'] ?? '')
  if (editor.state.selection.empty && now === '') return
  const { root, field } = askedField(say('address'), now)
  const unlink = toolButton(say('unlink'), () => {
    dialog.close()
    editor.chain().focus().unsetLink().run()
  })
  const dialog = ask(sheet, {
    title: say('link'),
    body: now === '' ? [root] : [root, unlink],
    done: say('apply'),
    onDone() {
      const address = field.value.trim()
      const isSet = editor
        .chain()
        .setLink(/^[\w-]+(\.[\w-]+)+/.test(address) ? `https://${address}` : address)
        .run()
      return isSet ? undefined : say('wrongAddress')
    },
  })
}
