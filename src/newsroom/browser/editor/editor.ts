import { sheet } from './sheet.ts'
import { tools } from './tools.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-sheet]')) {
  const made = sheet(place)
  if (place.dataset['tools'] !== undefined) tools(made)
}
