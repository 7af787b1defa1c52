import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { Document } from '../shared/document.ts'
import { writable } from '../shared/canonical.ts'
import { openSlice, textSlice } from './text.editor.ts'

/** A stretch of pasted Markdown that stands there as text until it is read. */
interface Waiting {
  id: symbol
  from: number
  to: number
}

const key = new PluginKey<readonly Waiting[]>('markdown')

/** Follows the stretches that are being read through whatever is written meanwhile. */
export const waitingMarkdown = () =>
  new Plugin<readonly Waiting[]>({
    key,
    state: {
      init: () => [],
      apply(transaction, waiting) {
        const { added, done } = changeIn(transaction.getMeta(key))
        const mapped = waiting
          .filter(({ id }) => id !== done)
          .map(({ id, from, to }) => ({
            id,
            from: transaction.mapping.map(from, 1),
            to: transaction.mapping.map(to, -1),
          }))
        return added ? [...mapped, added] : mapped
      },
    },
  })

interface Change {
  added?: Waiting
  done?: symbol
}
const changeIn = (meta: unknown): Change => (typeof meta === 'object' && meta !== null ? meta : {})

/**
 * Pastes Markdown as text at once, so that nothing waits for a network, and puts blocks in its place when it has been
 * read. Undo brings the text back. Where somebody has written into it meanwhile, and when it cannot be read, it stays.
 */
export async function pasteMarkdown(
  view: EditorView,
  text: string,
  read: (text: string) => Promise<Document>,
): Promise<void> {
  const id = Symbol('pasted')
  const { tr, schema, selection } = view.state
  tr.replaceSelection(textSlice(text, schema))
  const added = { id, from: tr.mapping.map(selection.from, -1), to: tr.mapping.map(selection.to, 1) }
  const pasted = tr.doc.slice(added.from, added.to)
  view.dispatch(tr.setMeta(key, { added }).setMeta('paste', true).scrollIntoView())
  const document = await read(text).catch(() => undefined)
  if (view.isDestroyed) return
  const found = key.getState(view.state)?.find((waiting) => waiting.id === id)
  const content = document && contentOf(document, view.state)
  const change = closeHistory(view.state.tr.setMeta(key, { done: id }))
  if (found && content && view.state.doc.slice(found.from, found.to).eq(pasted))
    replaced(change, found, content).scrollIntoView()
  view.dispatch(change)
}

function contentOf(document: Document, { schema }: EditorState): Fragment {
  return schema.nodeFromJSON(writable(document)).content
}

/** Whole paragraphs give way to whole blocks; words inside a line to words. */
function replaced(change: Transaction, { from, to }: Waiting, content: Fragment): Transaction {
  const isWhole = atStart(change.doc, from) && atEnd(change.doc, to)
  return isWhole
    ? change.replaceRange(from, to, new Slice(content, 0, 0))
    : change.replace(from, to, openSlice(content))
}

const atStart = (doc: Node, at: number) => doc.resolve(at).parentOffset === 0
const atEnd = (doc: Node, at: number) => doc.resolve(at).parentOffset === doc.resolve(at).parent.content.size
