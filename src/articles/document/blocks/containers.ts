import { z } from 'zod'
import { html } from '#platform/html.ts'
import { blockKind } from '../node.ts'
import { behind, listed, stacked } from '../markdown-layout.ts'
import { escaped } from '../markdown-text.ts'
import { addressSchema } from '../address-schemas.ts'
import { holds } from '../shared/holds.ts'
import { mostStart } from '../shared/limits.ts'

const none = z.strictObject({})
export const bulletList = blockKind({
  type: 'bulletList',
  attrs: none,
  holds: holds.bulletList,
  web: (_, inner) =>
    html`<ul>
      ${inner}
    </ul>`,
  markdown: (_, items) => listed(items, () => '- '),
})

export const orderedList = blockKind({
  type: 'orderedList',
  attrs: z.strictObject({ start: z.int().min(0).max(mostStart).optional(), type: z.null().optional() }),
  holds: holds.orderedList,
  web: ({ attrs }, inner) =>
    attrs.start === undefined || attrs.start === 1
      ? html`<ol>
          ${inner}
        </ol>`
      : html`<ol start="${attrs.start}">
          ${inner}
        </ol>`,
  markdown: ({ attrs }, items) => listed(items, (index) => `${(attrs.start ?? 1) + index}. `),
})

export const listItem = blockKind({
  type: 'listItem',
  attrs: none,
  holds: holds.listItem,
  web: (_, inner) => html`<li>${inner}</li>`,
})

export const blockquote = blockKind({
  type: 'blockquote',
  attrs: z.strictObject({ cite: addressSchema.optional() }),
  holds: holds.blockquote,
  web: ({ attrs }, inner) =>
    attrs.cite === undefined
      ? html`<blockquote>${inner}</blockquote>`
      : html`<blockquote cite="${attrs.cite}">${inner}</blockquote>`,
  markdown: (_, blocks) => behind('>', stacked(blocks)),
})

/** The story in a few points, for somebody with half a minute. */
export const keyPoints = blockKind({
  type: 'keyPoints',
  attrs: none,
  holds: holds.keyPoints,
  web: (_, inner, { say }) =>
    html`<aside class="key-points" aria-label="${say('document.keyPoints')}">
      <h2>${say('document.keyPoints')}</h2>
      <ul>
        ${inner}
      </ul>
    </aside>`,
  feed: (_, inner) =>
    html`<ul>
      ${inner}
    </ul>`,
  markdown(_, items, { say }) {
    const list = listed(items, () => '- ')
    return list === '' ? '' : stacked([`## ${escaped(say('document.keyPoints'))}`, list])
  },
})
