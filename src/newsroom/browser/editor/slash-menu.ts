import type { EditorState } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import { element } from '../elements.ts'
import { blocksFor } from './block-list.ts'
import { coveredBelow, layAt } from './laying.ts'
import type { Sheet } from './sheet.ts'

/** What stands in a line that begins with a slash, as far as the cursor. */
interface Typed {
  words: string
  from: number
  to: number
}

function typedIn({ selection }: EditorState): Typed | undefined {
  const { $from, empty } = selection
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return undefined
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC')
  const words = /^\/([\p{L}\p{N} ]{0,20})$/u.exec(before)?.[1]
  return words === undefined ? undefined : { words, from: $from.start(), to: $from.pos }
}

/** A slash at the beginning of a line opens a list of blocks that narrows while one types on. */
export function slashMenu(sheet: Sheet): void {
  const { editor, say, tell, place, form } = sheet
  const list = element('ul')
  Object.assign(list, { id: 'slash-menu', className: 'slash-menu', role: 'listbox', ariaLabel: say('insert') })
  list.hidden = true
  place.append(list)
  let found: ReturnType<typeof blocksFor> = []
  let at = 0
  /** Where somebody has pressed Esc: there it stays closed. */
  let leftAt: number | undefined

  const point = (to: number) => {
    at = (to + found.length) % found.length
    for (const [number, option] of [...list.children].entries()) option.ariaSelected = String(number === at)
    list.children[at]?.scrollIntoView({ block: 'nearest' })
    editor.view.dom.setAttribute('aria-activedescendant', `slash-${at}`)
  }
  const close = () => {
    if (list.hidden) return
    list.hidden = true
    for (const name of ['aria-activedescendant', 'aria-controls', 'aria-autocomplete'])
      editor.view.dom.removeAttribute(name)
  }
  const take = (number: number) => {
    const typed = typedIn(editor.state)
    const block = found[number]
    close()
    if (!typed || !block) return
    editor.chain().focus().deleteRange(typed).run()
    block.insert(sheet)
  }
  const renew = (words: string) => {
    const names = found.map(({ key }) => key).join()
    found = blocksFor(sheet, words)
    if (found.length === 0) return close()
    if (!list.hidden && names === found.map(({ key }) => key).join()) return
    list.replaceChildren(...found.map(({ name }, number) => optionOf(name, number)))
    list.hidden = false
    editor.view.dom.setAttribute('aria-controls', list.id)
    editor.view.dom.setAttribute('aria-autocomplete', 'list')
    tell(say('results', { count: found.length }))
    point(0)
  }
  const follow = (state: EditorState) => {
    const typed = typedIn(state)
    if (leftAt !== typed?.from) leftAt = undefined
    if (!typed || leftAt !== undefined || !editor.view.hasFocus()) return close()
    renew(typed.words)
    if (!list.hidden) layAt(list, editor.view.coordsAtPos(typed.from), 'below', coveredBelow(form))
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => point(at + 1),
    ArrowUp: () => point(at - 1),
    Enter: () => take(at),
    Tab: () => take(at),
    Escape() {
      leftAt = typedIn(editor.state)?.from
      close()
    },
  }
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role=option]') : null
    if (option) take([...list.children].indexOf(option))
  })
  editor.view.dom.addEventListener('blur', close)
  const plugin = new Plugin({
    props: {
      handleKeyDown(_, { key, isComposing }) {
        const deed = list.hidden || isComposing ? undefined : keys[key]
        deed?.()
        return deed !== undefined
      },
    },
    view: () => ({ update: ({ state }) => follow(state) }),
  })
  // Before whatever else knows those keys.
  editor.registerPlugin(plugin, (own, others) => [own, ...others])
}

function optionOf(name: string, number: number): HTMLElement {
  const option = element('li', name)
  Object.assign(option, { id: `slash-${number}`, role: 'option', ariaSelected: 'false' })
  return option
}
