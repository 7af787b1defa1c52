import { z } from 'zod'
import { html, nothing, raw } from '#platform/html.ts'
import { oneLine } from '../markdown-layout.ts'
import { longestRun } from '../markdown-text.ts'
import { blockKind } from '../node.ts'
import { holds } from '../shared/holds.ts'
import { headingLevels, languageForm } from '../shared/limits.ts'
import { plainText } from '../inline.ts'

const none = z.strictObject({})

export const paragraph = blockKind({
  type: 'paragraph',
  attrs: none,
  holds: holds.paragraph,
  web: (_, inner) => html`<p>${inner}</p>`,
})

export const heading = blockKind({
  type: 'heading',
  attrs: z.strictObject({ level: z.literal(headingLevels) }),
  holds: holds.heading,
  web({ attrs, content }, inner, { anchor, level }) {
    const words = plainText(content)
    // What came from elsewhere may have headings for the space below them.
    if (words.trim() === '') return nothing
    const tag = raw(`h${level(attrs.level)}`)
    const id = anchor(words)
    return html`<${tag}${id === undefined ? nothing : html` id="${id}"`}>${inner}</${tag}>`
  },
  feed({ attrs }, inner, { level }) {
    const tag = raw(`h${level(attrs.level)}`)
    return html`<${tag}>${inner}</${tag}>`
  },
  // Number signs at a heading's end would be taken for its frame.
  markdown: ({ attrs }, [line = '']) =>
    line === '' ? '' : `${'#'.repeat(attrs.level)} ${oneLine(line).replace(/(?<=[ #])#$/, String.raw`\#`)}`,
})

export const codeBlock = blockKind({
  type: 'codeBlock',
  attrs: z.strictObject({
    language: z.string().regex(languageForm).nullish(),
  }),
  holds: holds.codeBlock,
  web: ({ attrs }, inner) =>
    attrs.language
      ? html`<pre tabindex="0"><code data-language="${attrs.language}">${inner}</code></pre>`
      : html`<pre tabindex="0"><code>${inner}</code></pre>`,
  feed: (_, inner) => html`<pre><code>${inner}</code></pre>`,
  markdown({ attrs }, [code = '']) {
    const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
    const lines = code.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
    return code === '' ? '' : `${fence}${attrs.language ?? ''}\n${lines}\n${fence}`
  },
})

export const horizontalRule = blockKind({
  type: 'horizontalRule',
  attrs: none,
  holds: holds.horizontalRule,
  web: () => html`<hr />`,
  // A line of hyphens would be a heading below words, and no list item can begin with it.
  markdown: () => '***',
})
