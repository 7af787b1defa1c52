import { z } from 'zod'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { blockKind } from '../node.ts'
import { rowMarkdown, tableMarkdown } from '../table-markdown.ts'

const none = z.strictObject({})
const span = z.int().min(1).max(200)
const cell = z.strictObject({
  colspan: span.optional(),
  rowspan: span.optional(),
  colwidth: z.array(z.number()).nullish(),
})
/** What may stand inside a cell. */
export const inCell = [
  'paragraph',
  'bulletList',
  'orderedList',
  'image',
  'heading',
  'codeBlock',
  'blockquote',
  'embed',
] as const

export const table = blockKind({
  type: 'table',
  attrs: z.strictObject({ caption: z.string().max(500).optional() }),
  holds: ['tableRow'],
  web: ({ attrs }, inner, { say }) =>
    html`<div class="table" role="region" tabindex="0" aria-label="${attrs.caption ?? say('document.table')}">
      <table>
        ${captionView(attrs)}
        <tbody>
          ${inner}
        </tbody>
      </table>
    </div>`,
  feed: ({ attrs }, inner) =>
    html`<table>
      ${captionView(attrs)}
      <tbody>
        ${inner}
      </tbody>
    </table>`,
  text: ({ attrs }, inner) => [attrs.caption ?? '', inner].filter((line) => line !== '').join('\n'),
  markdown: ({ attrs, content = [] }, rows) => tableMarkdown(content, rows, attrs.caption),
})

const captionView = ({ caption }: { caption?: string | undefined }): Html =>
  caption
    ? html`<caption>
        ${caption}
      </caption>`
    : nothing

export const tableRow = blockKind({
  type: 'tableRow',
  attrs: none,
  holds: ['tableCell', 'tableHeader'],
  web: (_, inner) =>
    html`<tr>
      ${inner}
    </tr>`,
  markdown: (_, cells) => rowMarkdown(cells),
})

type Cell = z.infer<typeof cell>

const cellView =
  (tag: 'td' | 'th') =>
  ({ attrs }: { attrs: Cell }, inner: Html) =>
    html`<${raw(tag)}${spans(attrs)}>${inner}</${raw(tag)}>`

function spans({ colspan = 1, rowspan = 1 }: Cell): Html {
  return html`${colspan > 1 ? html` colspan="${colspan}"` : nothing}${rowspan > 1 ? html` rowspan="${rowspan}"` : nothing}`
}

export const tableCell = blockKind({ type: 'tableCell', attrs: cell, holds: inCell, web: cellView('td') })
export const tableHeader = blockKind({ type: 'tableHeader', attrs: cell, holds: inCell, web: cellView('th') })
