import { element } from '../elements.ts'
import { blocksFor } from './block-list.ts'
import { ask } from './asking.ts'
import { combobox } from './combobox.ts'
import { followKeyboard } from './laying.ts'
import type { Sheet } from './sheet.ts'
import { signButton, toolButton } from './tool-button.ts'

/** What stands below the sheet all the time: what can be put in and taken back, for who has no mouse and no keyboard. */
export function barOf(sheet: Sheet): HTMLElement {
  const { form, say, editor } = sheet
  const bar = element('div')
  bar.className = 'sheet-bar'
  bar.append(
    toolButton(say('insert'), () => askBlock(sheet)),
    signButton('↶', say('undo'), () => editor.chain().focus().undo().run()),
    signButton('↷', say('redo'), () => editor.chain().focus().redo().run()),
  )
  form.querySelector('.save')?.prepend(bar)
  followKeyboard()
  return bar
}

/** The same list as behind a slash, for a finger. */
function askBlock(sheet: Sheet): void {
  const { say, tell } = sheet
  const found = combobox({
    label: say('search'),
    find: (words) => blocksFor(sheet, words),
    choose(block) {
      dialog.close()
      block.insert(sheet)
    },
    words: { none: say('noResults'), some: (count) => say('results', { count }) },
    tell,
    isOpen: true,
  })
  const dialog = ask(sheet, { title: say('insert'), body: [found.root] })
}
