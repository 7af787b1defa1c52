import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { element } from '../elements.ts'
import type { Sheet } from './sheet.ts'

/** A note and the block that it speaks of, by its place among all. */
interface NotePlace {
  note: number
  block: number | null
  quote: string
}

const key = new PluginKey<DecorationSet>('noted')

/** Marks the blocks that notes speak of, follows them through all that is written, and tells the form where they stand. */
export function followNotes({ editor, place, form }: Sheet): void {
  const notes = JSON.parse(place.dataset['notes'] ?? '[]') as NotePlace[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by sheet-page.ts
  if (notes.length === 0) return
  const field = element('input')
  Object.assign(field, { type: 'hidden', name: 'notes' })
  form.append(field)
  editor.registerPlugin(
    new Plugin({
      key,
      state: {
        init: (_, { doc }) =>
          DecorationSet.create(
            doc,
            notes.flatMap((one) => marked(doc, one.block, one.note)),
          ),
        apply: (transaction, set) => (transaction.docChanged ? followed(set, transaction) : set),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  )
  const tell = () => {
    const { doc } = editor.state
    const stand = notes.map(({ note, quote }) => {
      const [found] = key.getState(editor.state)?.find(undefined, undefined, (spec) => spec['note'] === note) ?? []
      return { note, block: found ? doc.resolve(found.from).index(0) : blockWith(doc, quote) }
    })
    field.value = JSON.stringify(stand)
  }
  editor.on('update', tell)
  tell()
}

/** A block that is moved is taken out and put in again: it is the same all the same. */
function followed(set: DecorationSet, { mapping, before, doc }: Transaction): DecorationSet {
  const mapped = set.map(mapping, doc)
  const here = new Set(mapped.find().map(({ spec }) => noteOf(spec)))
  const moved = set
    .find()
    .filter(({ spec }) => !here.has(noteOf(spec)))
    .flatMap(({ from, spec }) => {
      const block = before.nodeAt(from)
      return marked(doc, block ? doc.children.findIndex((child) => child.eq(block)) : null, noteOf(spec))
    })
  return mapped.add(doc, moved)
}

const noteOf = (spec: Record<string, unknown>): number => Number(spec['note'])

function marked(doc: Node, block: number | null, note: number): Decoration[] {
  const child = block === null || block < 0 ? null : doc.maybeChild(block)
  if (!child) return []
  const from = doc.children.slice(0, block ?? 0).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  return [Decoration.node(from, from + child.nodeSize, { class: 'noted' }, { note })]
}

/** A block that was taken out and put in elsewhere is known by its words. */
function blockWith(doc: Node, quote: string): number | null {
  const at = doc.children.findIndex(({ textContent }) => textContent.includes(quote))
  return at < 0 ? null : at
}
