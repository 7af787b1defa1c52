import { keeping } from './keeping/keeping.ts'
import { savedOf } from './keeping/paper.ts'
import { sheet } from './sheet.ts'
import { tools } from './tools.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-sheet]')) {
  const form = place.closest('form')
  // Before anything else fills in or rebuilds its fields.
  const saved = form?.dataset['keeping'] === undefined ? undefined : savedOf(form)
  const made = sheet(place)
  if (place.dataset['tools'] !== undefined) tools(made)
  if (saved) void keeping(made, saved)
}
