import { z } from 'zod'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { blockKind, type Node, type NodeContext } from '../node.ts'
import { holds } from '../shared/holds.ts'
import { longest, mostSpan } from '../shared/limits.ts'
import { rowMarkdown, tableMarkdown } from '../table-markdown.ts'

const none = z.strictObject({})
const span = z.int().min(1).max(mostSpan)
const cell = z.strictObject({
  colspan: span.optional(),
  rowspan: span.optional(),
  colwidth: z.array(z.number()).nullish(),
  /** Numbers stand at the right, so that their digits do. */
  align: z.enum(['center', 'right']).optional(),
})
export const table = blockKind({
  type: 'table',
  attrs: z.strictObject({ caption: z.string().max(longest.tableCaption).optional() }),
  holds: holds.table,
  web: ({ attrs, content }, inner, { say }) =>
    html`<div
      class="table"
      role="group"
      tabindex="0"
      aria-label="${attrs.caption ?? say('document.table')}"
      data-hint="${say('document.tableHint')}"
    >
      <table>
        ${captionView(attrs)}${rowGroups(content, inner)}
      </table>
    </div>`,
  feed: ({ attrs, content }, inner) =>
    html`<table>
      ${captionView(attrs)}${rowGroups(content, inner)}
    </table>`,
  text: ({ attrs }, inner) => [attrs.caption ?? '', inner].filter((line) => line !== '').join('\n'),
  markdown: ({ attrs, content = [] }, rows) => tableMarkdown(content, rows, attrs.caption),
})

/** The rows above the first one with a cell that is no header are the head: it is said again with each cell below. */
function rowGroups(rows: readonly Node[] = [], inner: readonly Html[]): Html {
  const first = rows.findIndex(({ content = [] }) => content.some(({ type }) => type === 'tableCell'))
  const heads = Math.max(0, first)
  const head =
    heads > 0
      ? html`<thead>
          ${inner.slice(0, heads)}
        </thead>`
      : nothing
  return html`${head}
    <tbody>
      ${inner.slice(heads)}
    </tbody>`
}

const captionView = ({ caption }: { caption?: string | undefined }): Html =>
  caption
    ? html`<caption>
        ${caption}
      </caption>`
    : nothing

export const tableRow = blockKind({
  type: 'tableRow',
  attrs: none,
  holds: holds.tableRow,
  web: (_, inner) =>
    html`<tr>
      ${inner}
    </tr>`,
  markdown: (_, cells) => rowMarkdown(cells),
})

type Cell = z.infer<typeof cell>

const cellView =
  (kind: 'td' | 'th') =>
  ({ attrs }: { attrs: Cell }, inner: readonly Html[], { holder }: NodeContext) => {
    // The empty corner of a table is the head of nothing.
    const isHeader = kind === 'th' && inner.length > 0
    const tag = raw(isHeader ? kind : 'td')
    return html`<${tag}${spans(attrs)}${isHeader ? html` scope="${scopeIn(holder)}"` : nothing}>${inner}</${tag}>`
  }

/** A header among cells is that of its row; where all are headers, each is that of its column. */
const scopeIn = (row: Node | undefined): 'row' | 'col' =>
  row?.content?.some(({ type }) => type === 'tableCell') ? 'row' : 'col'

function spans({ colspan = 1, rowspan = 1, align }: Cell): Html {
  return html`${colspan > 1 ? html` colspan="${colspan}"` : nothing}${rowspan > 1 ? html` rowspan="${rowspan}"` : nothing}${align ? html` data-align="${align}"` : nothing}`
}

export const tableCell = blockKind({ type: 'tableCell', attrs: cell, holds: holds.tableCell, web: cellView('td') })
export const tableHeader = blockKind({
  type: 'tableHeader',
  attrs: cell,
  holds: holds.tableHeader,
  web: cellView('th'),
})
