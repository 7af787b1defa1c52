import { z } from 'zod'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { blockKind } from '../node.ts'

const none = z.strictObject({})
const span = z.int().min(1).max(200)
const cell = z.strictObject({
  colspan: span.optional(),
  rowspan: span.optional(),
  colwidth: z.array(z.number()).nullish(),
})
const inCell = ['paragraph', 'bulletList', 'orderedList', 'image', 'heading', 'codeBlock', 'blockquote'] as const

export const table = blockKind({
  type: 'table',
  attrs: z.strictObject({ caption: z.string().max(500).optional() }),
  holds: ['tableRow'],
  web: ({ attrs }, inner, { say }) =>
    html`<div class="table" role="region" tabindex="0" aria-label="${attrs.caption ?? say('document.table')}">
      <table>
        ${
          attrs.caption
            ? html`<caption>
                ${attrs.caption}
              </caption>`
            : nothing
        }
        <tbody>
          ${inner}
        </tbody>
      </table>
    </div>`,
  feed: (_, inner) =>
    html`<table>
      <tbody>
        ${inner}
      </tbody>
    </table>`,
  text: (_, inner) => inner,
})

export const tableRow = blockKind({
  type: 'tableRow',
  attrs: none,
  holds: ['tableCell', 'tableHeader'],
  web: (_, inner) =>
    html`<tr>
      ${inner}
    </tr>`,
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
