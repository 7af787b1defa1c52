import { NodeSelection } from '@tiptap/pm/state'
import { element } from '../elements.ts'
import type { Sheet } from './sheet.ts'

/** A handle beside the block under the mouse, by which it is taken elsewhere. Keys and buttons do the same. */
export function dragging(sheet: Sheet): void {
  const { editor, place, say } = sheet
  const handle = element('div', '⠿')
  Object.assign(handle, { className: 'drag-handle', draggable: true, hidden: true, title: say('drag') })
  handle.ariaHidden = 'true'
  place.append(handle)
  let at: number | undefined

  place.addEventListener('mousemove', ({ clientY, buttons }) => {
    // What is held stays where it was taken.
    if (buttons !== 0) return
    const block = [...editor.view.dom.children].find((child) => {
      const { top, bottom } = child.getBoundingClientRect()
      return clientY >= top && clientY <= bottom
    })
    if (!block || block.matches('.ProseMirror-gapcursor')) return
    const inside = editor.view.posAtDOM(block, 0)
    const from = editor.state.doc.resolve(inside)
    at = from.depth === 0 ? inside : from.before(1)
    handle.hidden = false
    const { top } = place.getBoundingClientRect()
    handle.style.setProperty('--top', `${block.getBoundingClientRect().top - top}px`)
  })
  place.addEventListener('mouseleave', () => (handle.hidden = true))
  handle.addEventListener('dragstart', ({ dataTransfer }) => {
    const { state, view } = editor
    if (at === undefined || !state.doc.nodeAt(at) || !dataTransfer) return
    const selection = NodeSelection.create(state.doc, at)
    view.dispatch(state.tr.setSelection(selection))
    const slice = selection.content()
    const { dom, text } = view.serializeForClipboard(slice)
    dataTransfer.clearData()
    dataTransfer.setData('text/html', dom.innerHTML)
    dataTransfer.setData('text/plain', text)
    dataTransfer.effectAllowed = 'move'
    view.dragging = { slice, move: true }
  })
  handle.addEventListener('click', () => at !== undefined && editor.chain().focus().setNodeSelection(at).run())
  handle.addEventListener('dragend', () => (editor.view.dragging = null))
}
