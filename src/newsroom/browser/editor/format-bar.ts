import { type Editor, findParentNode, isNodeSelection } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { element } from '../elements.ts'
import { askLink } from './ask-link.ts'
import { askQuoted } from './ask-quoted.ts'
import { askTable } from './ask-table.ts'
import { toolButton } from './tool-button.ts'
import { editBlock } from './edit-block.ts'
import { coveredBelow, layAt } from './laying.ts'
import { moveBlock } from './moving.ts'
import type { Sheet } from './sheet.ts'

const marks = [
  ['bold', 'Control+B'],
  ['italic', 'Control+I'],
  ['underline', 'Control+U'],
  ['strike', 'Control+Shift+S'],
  ['highlight', 'Control+Shift+H'],
  ['code', 'Control+E'],
] as const

/** Blocks that hold what is written, and what of them can be said. */
const frames = [
  { node: 'table', word: 'table', ask: askTable },
  { node: 'blockquote', word: 'quotedFrom', ask: askQuoted },
] as const

/**
 * What can be done with what is chosen: beside it, and on a phone in a row above the keyboard. Alt+F10 goes there, arrows
 * along it, Esc back.
 */
export function formatBar(sheet: Sheet): void {
  const { editor, say, place, form } = sheet
  const bar = element('div')
  Object.assign(bar, { className: 'format-bar', role: 'toolbar', ariaLabel: say('format'), hidden: true })
  const pressed = marks.map(([mark, keys]) => {
    const button = toolButton(say(mark), () => editor.chain().focus().toggleMark(mark).run())
    button.setAttribute('aria-keyshortcuts', keys)
    button.dataset['mark'] = mark
    return button
  })
  const link = toolButton(say('link'), () => askLink(sheet))
  link.setAttribute('aria-keyshortcuts', 'Control+K')
  const inText = [
    ...pressed,
    link,
    toolButton(say('heading'), () => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run()),
    toolButton(say('quote'), () => editor.chain().focus().toggleWrap('blockquote').run()),
  ]
  const ofFrame = frames.map(({ node, word, ask }) => {
    const button = toolButton(say(word), () => ask(sheet))
    button.dataset['node'] = node
    return button
  })
  const inGallery = toolButton(say('gallery'), () => {
    const { $from } = editor.state.selection
    editor.commands.setNodeSelection($from.before())
    editBlock(sheet)
  })
  const ofBlock = [
    toolButton(say('edit'), () => editBlock(sheet)),
    toolButton(say('remove'), () => editor.chain().focus().deleteSelection().run()),
  ]
  const ofEach = [
    toolButton(say('moveUp'), () => moveBlock(sheet, -1)),
    toolButton(say('moveDown'), () => moveBlock(sheet, 1)),
  ]
  for (const button of ofEach) button.className = 'for-fingers'
  for (const button of inText) button.className = 'for-text'
  bar.append(...ofFrame, ...inText, ...ofBlock, inGallery, ...ofEach)
  bar.addEventListener('mousedown', (event) => event.preventDefault())
  walkAlong(bar, () => editor.commands.focus())
  place.append(bar)

  const follow = () => {
    const { selection } = editor.state
    const isBlock = isNodeSelection(selection) && selection.node.isBlock
    const isText = !isBlock && !selection.empty
    const frame = frames.find(({ node }) => editor.isActive(node))
    const isFrame = frame !== undefined
    for (const button of inText) button.hidden = isBlock
    for (const button of ofBlock) button.hidden = !isBlock
    for (const button of ofFrame) button.hidden = button.dataset['node'] !== frame?.node
    inGallery.hidden = selection.$from.parent.type.name !== 'gallery'
    for (const button of pressed) button.ariaPressed = String(editor.isActive(button.dataset['mark'] ?? ''))
    link.ariaPressed = String(editor.isActive('link'))
    if (editor.view.hasFocus()) bar.hidden = false
    // With a mouse it comes when something is chosen; on a phone it stays in its row.
    bar.classList.toggle('wanted', isBlock || isText || isFrame)
    bar.classList.toggle('only-frame', isFrame && !isText && !isBlock)
    // While somebody only types, nothing is measured.
    const around = frame && findParentNode(({ type }) => type.name === frame.node)(selection)?.pos
    const block = isBlock ? selection.from : around
    if (isText) layAt(bar, editor.view.coordsAtPos(selection.from), 'above', coveredBelow(form))
    else if (block !== undefined) layAt(bar, cornerOf(editor, block, bar), 'above', coveredBelow(form))
  }
  editor.registerPlugin(
    new Plugin({
      props: {
        handleKeyDown(_, event) {
          if (event.altKey && event.key === 'F10') return goTo(bar)
          if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return false
          askLink(sheet)
          return true
        },
        handleDoubleClickOn: (_view, _at, node) => node.isLeaf && node.isBlock && editBlock(sheet),
      },
      view: () => ({ update: follow }),
    }),
  )
  editor.on('focus', () => setTimeout(follow))
  // Only once it is known who has the keyboard now: what is hidden cannot get it.
  for (const left of [editor.view.dom, bar])
    left.addEventListener('focusout', () =>
      setTimeout(() => (bar.hidden = !editor.view.hasFocus() && !bar.contains(document.activeElement))),
    )
}

/** The far upper corner of a block, where it seldom hides a word of the lines before it. */
function cornerOf({ view }: Editor, block: number, bar: HTMLElement) {
  const shown = view.nodeDOM(block)
  const around = shown instanceof Element ? shown : view.dom
  const { top, right, bottom } = around.getBoundingClientRect()
  return { left: right - bar.offsetWidth, top, bottom }
}

function goTo(bar: HTMLElement): boolean {
  if (bar.hidden) return false
  bar.classList.add('wanted')
  bar.classList.remove('only-frame')
  shownIn(bar)[0]?.focus()
  return true
}

const shownIn = (bar: HTMLElement) =>
  [...bar.querySelectorAll('button')].filter((button) => button.offsetParent !== null)

/** One stop for the tabulator; arrows go from one to the next (ARIA Authoring Practices, "Toolbar"). */
function walkAlong(bar: HTMLElement, leave: () => void): void {
  for (const button of bar.querySelectorAll('button')) button.tabIndex = -1
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (event.key === 'Escape') leave()
    if (step === undefined) return
    event.preventDefault()
    const shown = shownIn(bar)
    const at = shown.findIndex((button) => button === document.activeElement)
    shown[(at + step + shown.length) % shown.length]?.focus()
  })
}
