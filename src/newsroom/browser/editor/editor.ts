import { sheet } from './sheet.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-sheet]')) sheet(place)
