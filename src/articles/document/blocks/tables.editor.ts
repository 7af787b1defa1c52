import type { Attributes } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { DOMOutputSpec, Node } from '@tiptap/pm/model'
import { lineIn, numberIn, saidIn } from '../elements.editor.ts'
import { attribute, contentOf, groupOf, isNumber, isWords } from '../schema.editor.ts'
import { longest, mostSpan } from '../shared/limits.ts'

const table = Table.extend({
  group: groupOf('table'),
  content: contentOf('table'),
  addAttributes: () => ({ caption: attribute(isWords(longest.tableCaption)) }),
  parseHTML: () => [
    { tag: 'table', getAttrs: (found) => ({ caption: captionIn(found) }) },
    { tag: 'caption', ignore: true },
  ],
  renderHTML({ node }) {
    const caption = saidIn(node.attrs['caption'])
    const rows: DOMOutputSpec = ['tbody', 0]
    return caption === undefined ? ['table', rows] : ['table', ['caption', { contenteditable: 'false' }, caption], rows]
  },
  // Its own view sets styles, which the newsroom's pages forbid.
}).configure({ View: null })

const captionIn = (found: HTMLElement): string | null =>
  saidIn(lineIn(found.querySelector(':scope > caption')).slice(0, longest.tableCaption)) ?? null

const tableRow = TableRow.extend({ content: contentOf('tableRow') })

const span = (name: 'colspan' | 'rowspan') =>
  attribute(isNumber(1, mostSpan), {
    default: 1,
    parseHTML: (found: HTMLElement) => numberIn(found, name, 1, mostSpan) ?? 1,
  })

const cellAttributes = (): Attributes => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: attribute((value) => Array.isArray(value) && value.every(Number.isFinite)),
  align: attribute((value) => value === 'center' || value === 'right', { parseHTML: alignIn }),
})

function alignIn({ dataset, align }: HTMLElement & { align?: string }): string | null {
  const written = dataset['align'] ?? align
  return written === 'center' || written === 'right' ? written : null
}

function cellElement(tag: 'td' | 'th', { attrs }: Node): DOMOutputSpec {
  const spanning = (name: string) => (attrs[name] === 1 ? {} : { [name]: String(attrs[name]) })
  return [tag, { ...spanning('colspan'), ...spanning('rowspan'), 'data-align': attrs['align'] }, 0]
}

const tableCell = TableCell.extend({
  content: contentOf('tableCell'),
  addAttributes: cellAttributes,
  renderHTML: ({ node }) => cellElement('td', node),
})

const tableHeader = TableHeader.extend({
  content: contentOf('tableHeader'),
  addAttributes: cellAttributes,
  renderHTML: ({ node }) => cellElement('th', node),
})

export const tables = [table, tableRow, tableCell, tableHeader]
