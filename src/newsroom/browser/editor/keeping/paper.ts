import type { Editor } from '@tiptap/core'
import { NodeSelection, type Selection, type Transaction } from '@tiptap/pm/state'
import { type Document, documentOf, writable } from '#articles/editor'
import { close, type Control, fillIn, valuesOf } from './controls.ts'
import type { Filled, Known, Token } from './filled.ts'

/** The page that somebody writes on: its sheet and its fields. */
export interface Paper {
  form: HTMLFormElement
  editor: Editor
  /** @param isSettled a name that is being typed counts as it was before: half a name would become a topic */
  read(isSettled?: boolean): Filled
  write(filled: Filled): void
  close(isClosed: boolean): void
  onChange(work: () => void): void
}

/** The program makes a record of every name that it does not know. */
const names: ReadonlySet<string> = new Set(['topics', 'brands', 'writer', 'editor', 'photo', 'source', 'via'])

export function paperOf(form: HTMLFormElement, editor: Editor): Paper {
  const before = new WeakMap<Control, string>()
  form.addEventListener('focusin', ({ target }) => {
    if (isNames(target)) before.set(target, target.value)
  })
  const settled = (control: Control): string =>
    control === document.activeElement && isNames(control) ? (before.get(control) ?? control.value) : control.value
  return {
    form,
    editor,
    read: (isSettled = false) => ({
      fields: valuesOf(form, isSettled ? settled : ({ value }) => value),
      document: documentOf(editor.state.doc),
    }),
    write({ fields, document }) {
      fillIn(form, fields)
      writeDocument(editor, document as Document) // oxlint-disable-line typescript/no-unsafe-type-assertion -- of blocks that a sheet or the program gave
    },
    close(isClosed) {
      editor.setEditable(!isClosed, false)
      close(form, isClosed)
    },
    onChange(work) {
      editor.on('update', work)
      for (const kind of ['input', 'change']) form.addEventListener(kind, work)
    },
  }
}

const isNames = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && names.has(target.name)

/** Only the stretch that differs, so that the cursor stays where it is; undo goes back to one's own steps. */
function writeDocument({ state, schema, view }: Editor, document: Document): void {
  const next = schema.nodeFromJSON(writable(document))
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start === null || !end) return
  // Where the same stands twice in a row, both ends reach into each other.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const change = state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap))
  chooseAgain(change, state.selection)
  view.dispatch(change.setMeta('addToHistory', false))
}

/** A block that says something else now is still the chosen one: somebody may be asked about it at this moment. */
function chooseAgain(change: Transaction, before: Selection): void {
  if (!(before instanceof NodeSelection)) return
  const at = change.mapping.map(before.from, -1)
  if (change.doc.nodeAt(at)?.type === before.node.type) change.setSelection(NodeSelection.create(change.doc, at))
}

function tokenOf(form: HTMLFormElement): Token {
  const value = (name: string) => form.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
  return { version: Number(value('version')), revision: Number(value('revision')) }
}

/** Whatever else is sent from this page names what is saved by now. */
export function tokenTo(form: HTMLFormElement, { version, revision }: Token): void {
  for (const [name, value] of Object.entries({ version, revision }))
    form.querySelector(`input[name=${name}]`)?.setAttribute('value', String(value))
}

/** What the program made the page of, before anybody typed, the browser filled in again or a script rebuilt it. */
export function savedOf(form: HTMLFormElement): Known {
  const copy = form.cloneNode(true) as HTMLFormElement // oxlint-disable-line typescript/no-unsafe-type-assertion -- a copy of a form is one
  copy.reset()
  const sheet = copy.querySelector<HTMLElement>('[data-sheet]')
  const field = copy.querySelector<HTMLTextAreaElement>(`#${sheet?.dataset['sheet']}`)
  const document = JSON.parse(field?.value ?? '') as Document // oxlint-disable-line typescript/no-unsafe-type-assertion -- the program writes what it keeps
  return { ...tokenOf(form), filled: { fields: valuesOf(copy, ({ value }) => value), document } }
}
