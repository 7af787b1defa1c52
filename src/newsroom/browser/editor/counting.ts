import { element } from '../elements.ts'
import type { Sheet } from './sheet.ts'

/** Words in a minute, as readers' pages count them. */
const perMinute = 220
const patience = 300

/** How much stands on the sheet, and how long it takes to read. */
export function counting({ editor, say }: Sheet, bar: HTMLElement): void {
  const words = element('span')
  words.className = 'word-count'
  bar.append(words)
  const count = () => {
    const { doc } = editor.state
    const text = doc.textBetween(0, doc.content.size, ' ', ' ')
    const number = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
    words.textContent = `${say('words', { count: number })} · ${say('minutes', { count: Math.max(1, Math.round(number / perMinute)) })}`
  }
  let wait: ReturnType<typeof setTimeout> | undefined
  editor.on('update', () => {
    clearTimeout(wait)
    wait = setTimeout(count, patience)
  })
  count()
}
