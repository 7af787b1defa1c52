import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { Sheet } from './sheet.ts'

/**
 * A finger chooses a block that stands by itself, as a mouse does. ProseMirror leaves to the browser what a finger does, and
 * a browser chooses only where text can stand.
 */
export function tapping({ editor }: Sheet): void {
  const plugin = new Plugin({
    props: {
      handleDOMEvents: {
        click(view, { clientX: left, clientY: top, shiftKey }) {
          const { doc, selection, tr } = view.state
          const at = view.posAtCoords({ left, top })?.inside ?? -1
          const node = at < 0 ? null : doc.nodeAt(at)
          if (shiftKey || !node?.isBlock || !node.isAtom || !NodeSelection.isSelectable(node)) return false
          const chosen = NodeSelection.create(doc, at)
          if (!selection.eq(chosen)) view.dispatch(tr.setSelection(chosen))
          view.focus()
          return false
        },
      },
    },
  })
  editor.registerPlugin(plugin)
}
