import type { Document } from '#articles/editor'
import { keeping } from './keeping/keeping.ts'
import { sheet } from './sheet.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-sheet]')) {
  const form = place.closest('form')
  const field = document.querySelector<HTMLTextAreaElement>(`#${place.dataset['sheet']}`)
  if (form?.dataset['writing'] !== undefined && form.dataset['keeping'] === undefined) continue
  const editor = sheet(place)
  form?.querySelector('[data-markdown-here]')?.remove()
  if (form?.dataset['keeping'] !== undefined)
    void keeping(form, editor, JSON.parse(field?.defaultValue ?? '') as Document) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the program writes into the field what it keeps
}
