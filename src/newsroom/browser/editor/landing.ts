import type { Sheet } from './sheet.ts'

/** Whoever comes from the checklist to mend something stands where it is mended, whatever took the place of that field. */
export function landing(sheet: Sheet): void {
  const [, name] = /^#field-(\w+)$/.exec(location.hash) ?? []
  if (name === undefined) return
  // The browser looks for the place itself when the page has come, and takes the keyboard away where it finds none.
  if (document.readyState === 'complete') land(sheet, name)
  else addEventListener('load', () => setTimeout(() => land(sheet, name)), { once: true })
}

function land({ form, editor }: Sheet, name: string): void {
  if (name === 'markdown') return void editor.commands.focus()
  const field = form.querySelector<HTMLElement>(`[name="${name}"]`)?.closest('.field')
  const group = field?.closest('details')
  if (group) group.open = true
  const picked = field?.querySelector<HTMLElement>('[role=combobox]')
  const plain = field?.querySelector<HTMLElement>('textarea, input, select')
  ;(picked ?? plain)?.focus()
}
