import { figure, oneLine } from './markdown-layout.ts'
import { htmlText, sentence } from './markdown-text.ts'
import type { Node } from './node.ts'

/** Stands between the cells of a row on its way to the table. No Markdown can hold it, so no cell does. */
const betweenCells = '\0'

/** A row for `tableMarkdown`, which alone knows how its cells can be written. */
export const rowMarkdown = (cells: readonly string[]): string => cells.join(betweenCells)

interface Cell {
  node: Node
  text: string
}

/**
 * A table between pipes where each cell fits into a line below a head, else an HTML table with Markdown in its cells.
 *
 * @param inner each row by `rowMarkdown`
 */
export function tableMarkdown(rows: readonly Node[], inner: readonly string[], caption = ''): string {
  const cells = rows
    .map(({ content = [] }, row) => cellsOf(content, inner[row] ?? ''))
    .filter(({ length }) => length > 0)
  if (cells.length === 0) return sentence(caption)
  const table = isPlain(cells) ? pipes(cells) : element(cells)
  return caption.trim() === '' ? table : figure(table, htmlText(caption))
}

function cellsOf(nodes: readonly Node[], row: string): Cell[] {
  const texts = row.split(betweenCells)
  return nodes.map((node, index) => ({ node, text: texts[index] ?? '' }))
}

function isPlain(rows: readonly (readonly Cell[])[]): boolean {
  return rows.every(
    (cells, row) =>
      cells.length === rows[0]?.length &&
      cells.every(({ node }) => (row === 0) === (node.type === 'tableHeader')) &&
      // A column has one alignment.
      cells.every((cell, column) => alignOf(cell) === alignOf(rows[0]?.[column] ?? cell)) &&
      cells.every(fitsIntoLine),
  )
}

function fitsIntoLine({ node: { attrs = {}, content = [] }, text }: Cell): boolean {
  const { colspan = 1, rowspan = 1 } = attrs
  if (colspan !== 1 || rowspan !== 1 || oneLine(text).includes('\n')) return false
  return content.every(({ type }) => type === 'paragraph') || (content.length === 1 && content[0]?.type === 'image')
}

function pipes([head = [], ...rows]: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const written = (cells: readonly Cell[]) =>
    line(cells.map(({ text }) => oneLine(text).replaceAll('|', String.raw`\|`)))
  return [written(head), line(head.map(rule)), ...rows.map(written)].join('\n')
}

const rules: Record<string, string> = { center: ':---:', right: '---:' }
function alignOf({ node }: Cell): string {
  const align = node.attrs?.['align']
  return typeof align === 'string' ? align : ''
}

const rule = (cell: Cell): string => rules[alignOf(cell)] ?? '---'

const element = (rows: readonly (readonly Cell[])[]): string =>
  ['<table>', ...rows.flatMap((cells) => ['<tr>', ...cells.map(cellElement), '</tr>']), '</table>'].join('\n')

function cellElement(cell: Cell): string {
  const { node, text } = cell
  const { type, attrs = {} } = node
  const tag = type === 'tableHeader' ? 'th' : 'td'
  const spans = ['colspan', 'rowspan'].filter((name) => Number(attrs[name] ?? 1) > 1)
  const align = alignOf(cell)
  const opening = [
    tag,
    ...spans.map((name) => `${name}="${Number(attrs[name])}"`),
    ...(align === '' ? [] : [`align="${align}"`]),
  ].join(' ')
  // Between empty lines Markdown is read again.
  return text === '' ? `<${opening}></${tag}>` : `<${opening}>\n\n${text}\n\n</${tag}>`
}
