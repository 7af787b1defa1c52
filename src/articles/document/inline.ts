import { z } from 'zod'
import { type Html, html, raw } from '#platform/html.ts'
import type { Mark, Node } from './node.ts'
import { addressSchema, isElsewhere } from './web-address.ts'

const simpleMarks = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
} as const
type SimpleMark = keyof typeof simpleMarks

const isSimple = (type: string): type is SimpleMark => Object.hasOwn(simpleMarks, type)
/** The marks without attributes, for readers of HTML and Markdown. */
export const simpleMarkOf = (tag: string): string | undefined =>
  Object.keys(simpleMarks).find((mark) => isSimple(mark) && simpleMarks[mark] === tag)

const simple = z.enum(['bold', 'italic', 'underline', 'strike', 'code', 'subscript', 'superscript', 'highlight'])
// The editor writes the attributes that its link extension knows; only the address counts.
const linkAttrs = z.looseObject({ href: addressSchema })
const mark = z.union([
  z.strictObject({ type: simple }),
  z.object({ type: z.literal('link'), attrs: linkAttrs.transform(({ href }) => ({ href })) }),
])

/** Text with marks, or a line break. */
export const inlineSchema = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).max(10).optional() }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
export type Inline = z.infer<typeof inlineSchema>

/** @param origin stands before paths of this site; empty on its own pages */
export function viewInline(nodes: readonly Node[] | undefined, origin: string): Html {
  return html`${(nodes ?? []).map((node) => (node.type === 'hardBreak' ? html`<br />` : marked(html`${node.text ?? ''}`, node.marks ?? [], origin)))}`
}

/** Code and links are innermost and outermost whatever the order in which marks were set. */
function marked(text: Html, marks: readonly Mark[], origin: string): Html {
  const inner = marks
    .filter(({ type }) => isSimple(type))
    .reduceRight(
      (whole, { type }) =>
        isSimple(type) ? html`<${raw(simpleMarks[type])}>${whole}</${raw(simpleMarks[type])}>` : whole,
      text,
    )
  const href = marks.find(({ type }) => type === 'link')?.attrs?.['href']
  if (typeof href !== 'string') return inner
  if (isElsewhere(href)) return html`<a href="${href}" rel="noopener">${inner}</a>`
  return html`<a href="${href.startsWith('/') ? origin + href : href}">${inner}</a>`
}

/** The words without their marks. */
export function plainText(nodes: readonly Node[] | undefined): string {
  return (nodes ?? [])
    .map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? plainText(node.content))))
    .join('')
}
