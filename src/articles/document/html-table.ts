import { findElements, type HtmlElement, isElement, lineOf } from './html-tree.ts'
import { nested } from './nested.ts'
import type { Block, Node } from './node.ts'
import type { Reading } from './reading.ts'
import { inCell } from './shared/holds.ts'
import { longest, mostSpan } from './shared/limits.ts'

/** Reads a table's rows and cells; a table inside a cell gives its words, and one without rows what it holds. */
export function tableBlocks(element: HtmlElement, reading: Reading, level: number): Block[] {
  const caption = element.children.filter(isElement).find(({ name }) => name === 'caption')
  const words = caption && lineOf(caption.children).slice(0, longest.tableCaption)
  const rows = ownRows(element).flatMap((row): Node[] => {
    const cells = row.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th')
    return cells.length > 0
      ? [{ type: 'tableRow', content: cells.map((cell) => cellOf(cell, reading, level + 2)) }]
      : []
  })
  if (rows.length === 0) return reading.blocksOf(element.children, level)
  return [{ type: 'table', ...(words ? { attrs: { caption: words } } : {}), content: rows }]
}

function ownRows(table: HtmlElement): HtmlElement[] {
  const inner = new Set(findElements(table.children, 'table').flatMap((deeper) => findElements(deeper.children, 'tr')))
  return findElements(table.children, 'tr').filter((row) => !inner.has(row))
}

function cellOf(cell: HtmlElement, reading: Reading, level: number): Node {
  const content = nested(reading.blocksOf(cell.children, level + 1), inCell)
  const attrs = { ...spanOf(cell, 'colspan'), ...spanOf(cell, 'rowspan'), ...alignOf(cell) }
  return {
    type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

/** As a table from Markdown, one of ours and an old page say it. */
function alignOf({ attribs }: HtmlElement): { align?: string } {
  const style = /text-align:\s*(\w+)/.exec(attribs['style'] ?? '')?.[1]
  const align = style ?? attribs['data-align'] ?? attribs['align']
  return align === 'center' || align === 'right' ? { align } : {}
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): Record<string, number> {
  const span = Number(cell.attribs[name])
  return Number.isInteger(span) && span > 1 && span <= mostSpan ? { [name]: span } : {}
}
