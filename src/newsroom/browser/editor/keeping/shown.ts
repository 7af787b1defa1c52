import type { Editor } from '@tiptap/core'
import { DOMSerializer } from '@tiptap/pm/model'
import { block, element } from '../../elements.ts'
import type { Node } from './filled.ts'
import type { Speech } from './words.ts'

/** What the page calls a field. */
export const labelOf = (form: HTMLFormElement, name: string): string => {
  const control = form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)
  return (
    control?.closest('details, fieldset')?.querySelector('summary, legend')?.textContent ??
    control?.labels?.[0]?.textContent ??
    name
  )
}

/** What is filled in, as it is read: of a select and of boxes what stands beside them. */
export function fieldView(form: HTMLFormElement, name: string, values: readonly string[]): HTMLElement {
  const words = values.map((value) => {
    const option = form.querySelector<HTMLOptionElement>(
      `select[name="${CSS.escape(name)}"] option[value="${CSS.escape(value)}"]`,
    )
    const box = form.querySelector<HTMLInputElement>(
      `input[type=checkbox][name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`,
    )
    return option?.textContent ?? box?.labels?.[0]?.textContent ?? value
  })
  return element('p', words.map((word) => word.trim()).join(', '))
}

/** Blocks as the sheet shows them. */
export function blocksView({ schema }: Editor, nodes: readonly Node[], say: Speech['say']): HTMLElement {
  if (nodes.length === 0) return element('p', say('nothing'))
  const view = block('tiptap-like')
  const doc = schema.nodeFromJSON({ type: 'doc', content: nodes })
  view.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content))
  return view
}
