import { z } from 'zod'
import { html, nothing, raw } from '#platform/html.ts'
import { blockKind } from '../node.ts'
import { plainText } from '../inline.ts'

const none = z.strictObject({})

export const paragraph = blockKind({
  type: 'paragraph',
  attrs: none,
  holds: 'inline',
  web: (_, inner) => html`<p>${inner}</p>`,
})

const tags = { 2: 'h2', 3: 'h3', 4: 'h4' } as const

export const heading = blockKind({
  type: 'heading',
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  holds: 'inline',
  web({ attrs, content }, inner, { anchor }) {
    const tag = raw(tags[attrs.level])
    const id = anchor(plainText(content))
    return html`<${tag}${id === undefined ? nothing : html` id="${id}"`}>${inner}</${tag}>`
  },
  feed: ({ attrs }, inner) => html`<${raw(tags[attrs.level])}>${inner}</${raw(tags[attrs.level])}>`,
})

export const codeBlock = blockKind({
  type: 'codeBlock',
  attrs: z.strictObject({
    language: z
      .string()
      .regex(/^[\w+#-]{1,30}$/)
      .nullish(),
  }),
  holds: 'text',
  web: ({ attrs }, inner) =>
    attrs.language
      ? html`<pre><code data-language="${attrs.language}">${inner}</code></pre>`
      : html`<pre><code>${inner}</code></pre>`,
})

export const horizontalRule = blockKind({
  type: 'horizontalRule',
  attrs: none,
  holds: 'nothing',
  web: () => html`<hr />`,
})
