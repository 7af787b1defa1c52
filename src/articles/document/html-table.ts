import { findElements, type HtmlElement, isElement, wordsOf } from './html-tree.ts'
import { nested } from './nested.ts'
import type { Block, Node } from './node.ts'
import type { Reading } from './reading.ts'

const inCell = new Set(['paragraph', 'bulletList', 'orderedList', 'image', 'heading', 'codeBlock', 'blockquote'])

/** Reads a table's rows and cells; a table inside a cell gives its words. */
export function tableBlocks(element: HtmlElement, reading: Reading, depth: number): Block[] {
  const caption = element.children.filter(isElement).find(({ name }) => name === 'caption')
  const words = caption && wordsOf(caption.children).replace(/\s+/g, ' ').trim().slice(0, 500)
  const rows = ownRows(element).flatMap((row): Node[] => {
    const cells = row.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th')
    return cells.length > 0 ? [{ type: 'tableRow', content: cells.map((cell) => cellOf(cell, reading, depth)) }] : []
  })
  return rows.length > 0 ? [{ type: 'table', ...(words ? { attrs: { caption: words } } : {}), content: rows }] : []
}

function ownRows(table: HtmlElement): HtmlElement[] {
  const inner = new Set(findElements(table.children, 'table').flatMap((deeper) => findElements(deeper.children, 'tr')))
  return findElements(table.children, 'tr').filter((row) => !inner.has(row))
}

function cellOf(cell: HtmlElement, reading: Reading, depth: number): Node {
  const content = nested(reading.blocksOf(cell.children, depth), inCell)
  const attrs = { ...spanOf(cell, 'colspan'), ...spanOf(cell, 'rowspan') }
  return {
    type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): Record<string, number> {
  const span = Number(cell.attribs[name])
  return Number.isInteger(span) && span > 1 && span <= 200 ? { [name]: span } : {}
}
