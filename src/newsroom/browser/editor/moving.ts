import { isNodeSelection } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { NodeSelection, Plugin, type Selection, TextSelection } from '@tiptap/pm/state'
import type { Sheet } from './sheet.ts'

/** Which block of the document stands at the cursor, and where it begins. */
export function blockAt({ $from, from }: Selection): { index: number; at: number } {
  return { index: $from.index(0), at: $from.depth === 0 ? from : $from.before(1) }
}

/** Moves the block at the cursor past its neighbour and says where it is now. @returns whether there is a neighbour */
export function moveBlock({ editor, say, tell }: Sheet, by: -1 | 1): boolean {
  const { doc, selection, tr } = editor.state
  const { index, at } = blockAt(selection)
  const [block, other] = [doc.maybeChild(index), doc.maybeChild(index + by)]
  if (!block || !other) return false
  const to = by < 0 ? at - other.nodeSize : at + other.nodeSize
  tr.delete(at, at + block.nodeSize).insert(to, block)
  const inside = selection.from - at
  tr.setSelection(
    isNodeSelection(selection)
      ? NodeSelection.create(tr.doc, to + inside)
      : TextSelection.create(tr.doc, to + inside, to + inside + (selection.to - selection.from)),
  )
  editor.view.dispatch(closeHistory(tr).scrollIntoView())
  tell(say('moved', { place: index + by + 1, count: doc.childCount }))
  return true
}

/** Alt+Shift with an arrow moves the block at the cursor. */
export function movingKeys(sheet: Sheet): void {
  const plugin = new Plugin({
    props: {
      handleKeyDown(_, { key, altKey, shiftKey }) {
        if (!altKey || !shiftKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false
        moveBlock(sheet, key === 'ArrowUp' ? -1 : 1)
        return true
      },
    },
  })
  sheet.editor.registerPlugin(plugin, (own, others) => [own, ...others])
}
