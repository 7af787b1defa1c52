import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { element } from '../elements.ts'
import { bringPicture, pictureBlock } from './bring-picture.ts'
import type { Sheet } from './sheet.ts'

const key = new PluginKey<DecorationSet>('picture-drops')

interface Change {
  add?: { id: symbol; at: number }
  remove?: symbol
}
const changeIn = (meta: unknown): Change => (typeof meta === 'object' && meta !== null ? meta : {})

/** Pictures that are dropped or pasted go to the library, and stand where they were dropped when they are there. */
export function pictureDrops(sheet: Sheet): void {
  const { editor, place } = sheet
  const accepted = (place.dataset['accepted'] ?? '').split(',')
  const picturesIn = (data: DataTransfer | null) =>
    [...(data?.files ?? [])].filter(({ type }) => accepted.includes(type))

  const bring = async (file: File, at: number) => {
    const id = Symbol(file.name)
    editor.view.dispatch(editor.state.tr.setMeta(key, { add: { id, at } }))
    const brought = await bringPicture(sheet, file)
    if (editor.isDestroyed) return
    const [waiting] = key.getState(editor.state)?.find(undefined, undefined, (spec) => spec['id'] === id) ?? []
    const change = editor.state.tr.setMeta(key, { remove: id })
    if (brought && waiting) change.insert(waiting.from, editor.schema.nodeFromJSON(pictureBlock(brought)))
    editor.view.dispatch(change)
  }
  const bringAll = async (files: readonly File[], at: number) => {
    const { doc } = editor.state
    const place_ = doc.resolve(Math.min(at, doc.content.size))
    const behind = place_.depth === 0 ? place_.pos : place_.after(1)
    for (const file of files) await bring(file, behind)
  }
  editor.registerPlugin(
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, set) {
          const { add, remove } = changeIn(transaction.getMeta(key))
          const mapped = set.map(transaction.mapping, transaction.doc)
          if (add) return mapped.add(transaction.doc, [Decoration.widget(add.at, waitingSign, { id: add.id })])
          return remove ? mapped.remove(mapped.find(undefined, undefined, (spec) => spec['id'] === remove)) : mapped
        },
      },
      props: {
        decorations: (state) => key.getState(state),
        handlePaste(view, { clipboardData }) {
          const files = saysSomething(clipboardData?.getData('text/html') ?? '') ? [] : picturesIn(clipboardData)
          if (files.length > 0) void bringAll(files, view.state.selection.to)
          return files.length > 0
        },
        handleDrop(view, event, _, isMoved) {
          const files = isMoved ? [] : picturesIn(event.dataTransfer)
          if (files.length === 0) return false
          event.preventDefault()
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to
          void bringAll(files, at)
          return true
        },
      },
    }),
    (own, others) => [own, ...others],
  )
}

function waitingSign(): HTMLElement {
  const sign = element('span')
  sign.className = 'picture-coming'
  return sign
}

/** A picture that was copied alone brings markup along in which there is nothing else. */
const saysSomething = (markup: string): boolean =>
  new DOMParser().parseFromString(markup, 'text/html').body.textContent.trim() !== ''
