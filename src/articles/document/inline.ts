import { z } from 'zod'
import { type Html, html, raw } from '#platform/html.ts'
import type { Node } from './node.ts'
import { isSimple, simpleMarks } from './shared/marks.ts'
import { addressSchema } from './address-schemas.ts'
import { isElsewhere } from './shared/web-address.ts'

/** What came and what went, where two documents are compared. */
const changeTags = new Map([
  ['added', 'ins'],
  ['removed', 'del'],
])
/** The marks without attributes, for readers of HTML and Markdown. */
export const simpleMarkOf = (tag: string): string | undefined =>
  Object.keys(simpleMarks).find((mark) => isSimple(mark) && simpleMarks[mark] === tag)
/** The other way round. */
export const tagOf = (mark: string): string | undefined => (isSimple(mark) ? simpleMarks[mark] : undefined)

const simple = z.literal(Object.keys(simpleMarks).filter(isSimple))
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
  return html`${linkRuns(nodes ?? []).map(({ href, run }) => linked(html`${run.map(marked)}`, href, origin))}`
}

/** Neighbours that lead to the same address are one link, however their other marks differ. */
function linkRuns(nodes: readonly Node[]): { href: string | undefined; run: Node[] }[] {
  const runs: { href: string | undefined; run: Node[] }[] = []
  for (const node of nodes) {
    const href = hrefOf(node)
    const last = runs.at(-1)
    if (last && last.href === href) last.run.push(node)
    else runs.push({ href, run: [node] })
  }
  return runs
}

function linked(inner: Html, href: string | undefined, origin: string): Html {
  if (href === undefined) return inner
  if (isElsewhere(href)) return html`<a href="${href}" rel="noopener">${inner}</a>`
  // A place on the page is nowhere in a feed.
  if (origin !== '' && href.startsWith('#')) return inner
  return html`<a href="${href.startsWith('/') ? origin + href : href}">${inner}</a>`
}

function marked(node: Node): Html {
  const view = node.type === 'hardBreak' ? html`<br />` : formatted(node)
  const tag = node.marks?.map((mark) => changeTags.get(mark.type)).find((found) => found !== undefined)
  return tag === undefined ? view : html`<${raw(tag)}>${view}</${raw(tag)}>`
}

/** Code is innermost whatever the order in which marks were set. */
function formatted({ text, marks = [] }: Node): Html {
  const simples = marks.map((mark) => mark.type).filter(isSimple)
  return simples
    .toSorted((one, other) => Number(one === 'code') - Number(other === 'code'))
    .reduceRight(
      (inner, mark) => html`<${raw(simpleMarks[mark])}>${inner}</${raw(simpleMarks[mark])}>`,
      html`${text ?? ''}`,
    )
}

/** Where the node links to, if it does. */
export function hrefOf(node: Node): string | undefined {
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.['href']
  return typeof href === 'string' ? href : undefined
}

/** The words without their marks. */
export function plainText(nodes: readonly Node[] | undefined): string {
  return (nodes ?? [])
    .map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? plainText(node.content))))
    .join('')
}
