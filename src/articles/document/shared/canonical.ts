import type { Block, Document, Mark, Node } from './document.ts'
import { markOrder } from './marks.ts'

/** A node as an editor or a program writes it. */
interface Written {
  type: string
  attrs?: Record<string, unknown> | undefined
  content?: readonly Written[] | undefined
  text?: string | undefined
  marks?: readonly { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined
}

/** What goes without saying. */
const unsaid: Record<string, Record<string, unknown>> = {
  orderedList: { start: 1 },
  tableCell: { colspan: 1, rowspan: 1 },
  tableHeader: { colspan: 1, rowspan: 1 },
}

/** In these a single empty paragraph is where a writer could begin to write, and nothing else. */
const places: ReadonlySet<string> = new Set(['doc', 'listItem', 'blockquote', 'tableCell', 'tableHeader'])
const lists: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'keyPoints'])

/**
 * Of all ways to write the same document the one that is kept, so that opening and saving it changes nothing: each
 * mark once and in one order, equal neighbours joined, no attribute that says nothing, no list without items. Whatever
 * is not proven (unknown types) passes.
 */
export function canonical(document: Written): Document {
  return documentWith((document.content ?? []).flatMap(blocksOf))
}

/** The document that these blocks make, each in the spelling that is kept. */
export function documentWith(blocks: Block[]): Document {
  return { type: 'doc', content: withoutPlace('doc', blocks) }
}

/** The canonical document with a paragraph wherever a writer could begin to write: what an editor can hold. */
export function writable(document: Document): Document {
  return { type: 'doc', content: filled('doc', document.content) }
}

function filled(type: string, content: readonly Node[]): Block[] {
  if (content.length === 0 && places.has(type)) return [{ type: 'paragraph' }]
  return content.map((block) => {
    const inner = block.content ?? []
    return withContent(block, isLine(inner) ? inner : filled(block.type, inner))
  })
}

const isLine = (content: readonly Written[]) => content.some(({ type }) => type === 'text' || type === 'hardBreak')

function withContent({ type, attrs }: Pick<Node, 'type' | 'attrs'>, content: Node[]): Block {
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }
}

function withoutPlace(type: string, blocks: Block[]): Block[] {
  const [only] = blocks
  return blocks.length === 1 && places.has(type) && only && isEmptyParagraph(only) ? [] : blocks
}

const isEmptyParagraph = ({ type, attrs, content }: Block) => type === 'paragraph' && !attrs && !content

/** What a block of a document is kept as: nothing where it says nothing. */
export function blocksOf({ type, attrs: written, content = [] }: Written): Block[] {
  const attrs = said(type, written)
  const inner = isLine(content) ? canonicalLine(content) : withoutPlace(type, content.flatMap(blocksOf))
  if (inner.length > 0) return [withContent({ type, ...(attrs && { attrs }) }, inner)]
  if (lists.has(type)) return []
  if (type === 'table') return captionAlone(attrs)
  return [{ type, ...(attrs && { attrs }) }]
}

function captionAlone(attrs: Record<string, unknown> = {}): Block[] {
  const { caption } = attrs
  return typeof caption === 'string' && caption !== ''
    ? [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }]
    : []
}

function said(type: string, attrs: Record<string, unknown> = {}): Record<string, unknown> | undefined {
  const kept = Object.entries(attrs).filter(
    ([name, value]) => value !== null && value !== undefined && unsaid[type]?.[name] !== value,
  )
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** A line break carries no marks: nothing of them would be seen. */
function canonicalLine(nodes: readonly Written[]): Node[] {
  const line: Node[] = []
  for (const node of nodes) {
    if (node.text === undefined) {
      line.push({ type: node.type })
      continue
    }
    const marks = canonicalMarks(node.marks)
    const last = line.at(-1)
    if (last?.text !== undefined && isSame(last.marks, marks)) last.text += node.text
    else line.push({ type: 'text', text: node.text, ...(marks && { marks }) })
  }
  return line
}

function canonicalMarks(marks: Written['marks'] = []): Mark[] | undefined {
  const first = marks.filter((mark, index) => marks.findIndex(({ type }) => type === mark.type) === index)
  const kept = first.toSorted((one, other) => markOrder.indexOf(one.type) - markOrder.indexOf(other.type))
  return kept.length > 0 ? kept.map(canonicalMark) : undefined
}

/** Of a link only the address counts, whatever else an editor writes. */
const canonicalMark = ({ type, attrs }: Pick<Written, 'type' | 'attrs'>): Mark =>
  type === 'link' ? { type, attrs: { href: attrs?.['href'] } } : { type }

const isSame = (one: readonly Mark[] | undefined, other: readonly Mark[] | undefined) =>
  JSON.stringify(one) === JSON.stringify(other)
