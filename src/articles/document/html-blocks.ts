import { findElement, findElements, type HtmlElement, type HtmlNode, isElement, isText, wordsOf } from './html-tree.ts'
import { frame, ownEmbed, player, quotedPost } from './html-frames.ts'
import { inlineOf } from './html-inline.ts'
import { attributionLine, keyPointsAside, rawMarkup } from './html-newsroom.ts'
import { figure, imageBlock } from './html-pictures.ts'
import { tableBlocks } from './html-table.ts'
import { nested } from './nested.ts'
import type { Block, Node } from './node.ts'
import { readAlsoLine } from './read-also-line.ts'
import type { BlockReader, Reading } from './reading.ts'
import { inside } from './shared/holds.ts'
import { languageForm, mostStart } from './shared/limits.ts'
import { webAddress } from './shared/web-address.ts'

const heading =
  (level: 2 | 3 | 4): BlockReader =>
  (element, reading) =>
    pointersIn(reading, [element.children]) ??
    titled(element, reading, (content) => ({ type: 'heading', attrs: { level }, content }))

/** A line of its own kind; pictures in it come after it. */
function titled(element: HtmlElement, reading: Reading, blockOf: (content: Node[]) => Block): Block[] {
  const content = inlineOf(element.children, reading.options)
  const pictures = findElements(element.children, 'img').flatMap((picture) => imageBlock(picture, reading))
  return content.length > 0 ? [blockOf(content), ...pictures] : pictures
}

/** Many sites set "Baca juga" lines as a list, a quotation or a heading: each part that is nothing else is a pointer. */
function pointersIn({ options }: Reading, parts: readonly (readonly HtmlNode[])[]): Block[] | undefined {
  const { readAlso } = options
  if (!readAlso || parts.length === 0) return undefined
  const targets = parts.map((part) => readAlsoLine(inlineOf(part, options), readAlso))
  const known = targets.filter((target) => target !== undefined)
  return known.length === targets.length
    ? known.map((article) => ({ type: 'readAlso', attrs: { article } }))
    : undefined
}

const list =
  (type: 'bulletList' | 'orderedList'): BlockReader =>
  (element, reading, level) => {
    const parts = element.children
      .filter((child) => isElement(child) || (isText(child) && child.data.trim() !== ''))
      .map((child) => (isElement(child) && child.name === 'li' ? child.children : [child]))
    const pointers = level === 1 ? pointersIn(reading, parts) : undefined
    if (pointers) return pointers
    const items = parts.flatMap((part): Node[] => {
      const content = nested(reading.blocksOf(part, level + 2), inside)
      return content.length > 0 ? [{ type: 'listItem', content }] : []
    })
    return items.length > 0 ? [{ type, ...startOf(element, type), content: items }] : []
  }

function startOf(element: HtmlElement, type: 'bulletList' | 'orderedList'): { attrs?: { start: number } } {
  const start = Number(element.attribs['start'])
  return type === 'orderedList' && Number.isInteger(start) && start > 1 && start <= mostStart
    ? { attrs: { start } }
    : {}
}

const quotation: BlockReader = (element, reading, level) => {
  const post = quotedPost(element)
  if (post) return [post]
  const pointers = level === 1 ? pointersIn(reading, [element.children]) : undefined
  if (pointers) return pointers
  const content = nested(reading.blocksOf(element.children, level + 1), inside)
  const cite = webAddress(element.attribs['cite'] ?? '')
  return content.length > 0 ? [{ type: 'blockquote', ...(cite !== undefined && { attrs: { cite } }), content }] : []
}

const code: BlockReader = (element) => {
  const text = wordsOf(element.children).replace(/^\n/, '').trimEnd()
  const inner = findElement(element.children, ['code'])
  const named = `${element.attribs['class'] ?? ''} ${inner?.attribs['class'] ?? ''}`
  const language = inner?.attribs['data-language'] ?? /\b(?:language|lang|brush)[-:]\s*([\w+#-]{1,30})/.exec(named)?.[1]
  const attrs = language !== undefined && languageForm.test(language) ? { attrs: { language } } : {}
  return text === '' ? [] : [{ type: 'codeBlock', ...attrs, content: [{ type: 'text', text }] }]
}

const summary: BlockReader = (element, reading) =>
  titled(element, reading, (content) => ({ type: 'heading', attrs: { level: 4 }, content }))

const term: BlockReader = (element, reading) =>
  titled(element, reading, (content) => ({ type: 'paragraph', content: content.map(bold) }))
const bold = (node: Node): Node =>
  node.text === undefined || node.marks?.some(({ type }) => type === 'bold')
    ? node
    : { ...node, marks: [...(node.marks ?? []), { type: 'bold' }] }

/** Elements that make blocks. Others that hold blocks (div, section, p ...) give what is inside them. */
export const blockReaders: Readonly<Record<string, BlockReader>> = {
  h1: heading(2),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(4),
  h6: heading(4),
  ul: list('bulletList'),
  ol: list('orderedList'),
  menu: list('bulletList'),
  dir: list('bulletList'),
  blockquote: quotation,
  pre: code,
  hr: () => [{ type: 'horizontalRule' }],
  img: (element, reading) => imageBlock(element, reading),
  figure,
  table: tableBlocks,
  iframe: frame,
  embed: frame,
  object: frame,
  'gawai-embed': ownEmbed,
  video: player,
  audio: player,
  summary,
  dt: term,
  p: attributionLine,
  aside: keyPointsAside,
  div: rawMarkup,
}
