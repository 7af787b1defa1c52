import { element } from '../elements.editor.ts'
import { styleOf } from './styles.editor.ts'

/** Word writes the items of a list as paragraphs, each with its level and its mark. */
export function wordLists(body: HTMLElement): void {
  for (const first of body.querySelectorAll('p')) {
    if (!body.contains(first)) continue
    const items = runFrom(first)
    const [opening] = items
    if (opening) first.before(listOf(items, opening.level))
    for (const { paragraph } of items) paragraph.remove()
  }
}

interface Item {
  paragraph: Element
  level: number
  isNumbered: boolean
}

/** The items from this one on that stand directly below one another. */
function runFrom(first: Element): Item[] {
  const items: Item[] = []
  for (let next: Element | null = first; next; next = next.nextElementSibling) {
    const item = itemOf(next)
    if (!item) break
    items.push(item)
  }
  return items
}

function itemOf(paragraph: Element): Item | undefined {
  const level = /^l\d+\s+level(\d)/.exec(styleOf(paragraph, 'mso-list'))?.[1]
  if (!paragraph.matches('p') || level === undefined) return undefined
  const mark = marksIn(paragraph).at(0)
  const isNumbered = /^[\s\u00a0(]*([0-9]+|[a-z]|[ivx]+)[.)]/i.test(mark?.textContent ?? '')
  return { paragraph, level: Number(level), isNumbered }
}

const marksIn = (paragraph: Element) =>
  [...paragraph.querySelectorAll('[data-css]')].filter((found) => styleOf(found, 'mso-list') === 'ignore')

function listOf(items: readonly Item[], level: number): HTMLElement {
  const list = element(items[0]?.isNumbered ? 'ol' : 'ul', {})
  for (let index = 0; index < items.length; index += 1) {
    const deeper = deeperFrom(items, index, level)
    const item = items[index]
    if (deeper.length > 0) {
      const holder = list.lastElementChild ?? list.appendChild(element('li', {}))
      holder.append(listOf(deeper, level + 1))
      index += deeper.length - 1
    } else if (item) list.append(element('li', {}, ...wordsOf(item.paragraph)))
  }
  return list
}

function deeperFrom(items: readonly Item[], index: number, level: number): Item[] {
  const end = items.findIndex((item, at) => at >= index && item.level <= level)
  return items.slice(index, end === -1 ? undefined : end)
}

/** Without the mark, which a list makes by itself. */
function wordsOf(paragraph: Element): ChildNode[] {
  for (const mark of marksIn(paragraph)) mark.remove()
  return [...paragraph.childNodes]
}

/** Docs and old editors set a list beside the item that it belongs to. */
export function nestLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const holder = list.previousElementSibling
    if (holder?.matches('li')) holder.append(list)
    else {
      const item = element('li', {})
      list.replaceWith(item)
      item.append(list)
    }
  }
}
