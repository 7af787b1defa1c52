import { closeHistory } from '@tiptap/pm/history'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { element } from '../elements.ts'
import { askedField } from './asking.ts'
import { toolButton } from './tool-button.ts'
import { type Stretch, stretchesOf } from './found.ts'
import type { Sheet } from './sheet.ts'

const key = new PluginKey('find')

/** Finds and replaces: Ctrl+F on the sheet, or the button below it. Replacing everywhere is one step of undo. */
export function findBar(sheet: Sheet, bar: HTMLElement): void {
  const { editor, say, place } = sheet
  const panel = element('div')
  Object.assign(panel, { className: 'find-bar', role: 'search', ariaLabel: say('find'), hidden: true })
  const [words, by] = [askedField(say('findWhat')), askedField(say('replaceBy'))]
  const [count, caseLabel, caseToo] = [element('p'), element('label'), element('input')]
  count.setAttribute('role', 'status')
  caseToo.type = 'checkbox'
  caseLabel.append(caseToo, say('caseToo'))
  // They are fields of nobody's form.
  for (const field of [words.field, by.field, caseToo]) field.setAttribute('form', 'no-form')
  let found: Stretch[] = []
  let at = 0

  const refresh = () => editor.view.dispatch(editor.state.tr.setMeta(key, true))
  const show = () => {
    count.textContent =
      words.field.value === '' ? '' : say('count', { at: found.length && at + 1, count: found.length })
    const here = found[at]
    if (!here) return
    const { node } = editor.view.domAtPos(here.from)
    const around = node instanceof Element ? node : node.parentElement
    around?.scrollIntoView({ block: 'center' })
  }
  const look = () => {
    found = stretchesOf(editor.state.doc, words.field.value, caseToo.checked)
    at = Math.min(at, Math.max(0, found.length - 1))
  }
  const go = (by_: -1 | 1) => {
    if (found.length === 0) return
    at = (at + by_ + found.length) % found.length
    refresh()
    show()
  }
  const replace = (stretches: readonly Stretch[]) => {
    const { tr, schema, doc } = editor.state
    // From the end, so that what stands before keeps its place.
    for (const { from, to } of stretches.toReversed()) {
      const marks = doc.resolve(from + 1).marks()
      if (by.field.value === '') tr.delete(from, to)
      else tr.replaceWith(from, to, schema.text(by.field.value, marks))
    }
    editor.view.dispatch(closeHistory(tr))
    show()
  }
  const close = () => {
    panel.hidden = true
    found = []
    const here = editor.state.selection
    editor.chain().focus().setTextSelection(here).run()
  }
  const open = () => {
    const { from, to } = editor.state.selection
    const chosen = editor.state.doc.textBetween(from, to, ' ')
    panel.hidden = false
    if (chosen !== '' && chosen.length < 100) words.field.value = chosen
    words.field.focus()
    words.field.select()
    refresh()
    show()
  }
  const one = () => {
    const here = found[at]
    if (here) replace([here])
  }
  const all = () => {
    const stretches = found
    replace(stretches)
    count.textContent = say('replaced', { count: stretches.length })
  }
  const buttons = element('p')
  buttons.append(
    toolButton(say('previous'), () => go(-1)),
    toolButton(say('next'), () => go(1)),
    toolButton(say('replace'), one),
    toolButton(say('replaceAll'), all),
    toolButton(say('close'), close),
  )
  panel.append(words.root, by.root, caseLabel, count, buttons)
  place.before(panel)
  bar.append(toolButton(say('find'), open))
  for (const field of [words.field, caseToo])
    field.addEventListener('input', (event) => {
      // What is looked for is nothing that is written.
      event.stopPropagation()
      at = 0
      refresh()
      show()
    })
  by.field.addEventListener('input', (event) => event.stopPropagation())
  panel.addEventListener('keydown', (event) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && isField) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  })
  editor.registerPlugin(
    new Plugin({
      key,
      props: {
        handleKeyDown(_, event) {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f' || event.shiftKey) return false
          event.preventDefault()
          open()
          return true
        },
        decorations(state) {
          if (panel.hidden) return DecorationSet.empty
          look()
          const marks = found.map(({ from, to }, number) =>
            Decoration.inline(from, to, { class: number === at ? 'found here' : 'found' }),
          )
          return DecorationSet.create(state.doc, marks)
        },
      },
    }),
    (own, others) => [own, ...others],
  )
}
