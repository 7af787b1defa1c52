import { findElement, findElements, type HtmlElement, isElement, wordsOf } from './html-tree.ts'
import { inlineOf } from './html-inline.ts'
import { tableBlocks } from './html-table.ts'
import { providerOf } from './embed-providers.ts'
import type { Block, Node } from './node.ts'
import { nested } from './nested.ts'
import type { BlockReader, Reading } from './reading.ts'
import { webAddress } from './web-address.ts'

const heading =
  (level: 2 | 3 | 4): BlockReader =>
  (element, { options }) => {
    const content = inlineOf(element.children, options)
    return content.length > 0 ? [{ type: 'heading', attrs: { level }, content }] : []
  }

const list =
  (type: 'bulletList' | 'orderedList'): BlockReader =>
  (element, reading, depth) => {
    const items = element.children.filter(isElement).flatMap((child): Node[] => {
      const content = nested(reading.blocksOf(child.name === 'li' ? child.children : [child], depth))
      return content.length > 0 ? [{ type: 'listItem', content }] : []
    })
    const start = Number(element.attribs['start'])
    const attrs =
      type === 'orderedList' && Number.isInteger(start) && start > 1 && start <= 100_000 ? { attrs: { start } } : {}
    return items.length > 0 ? [{ type, ...attrs, content: items }] : []
  }

const quotation: BlockReader = (element, reading, depth) => {
  const content = nested(reading.blocksOf(element.children, depth))
  const cite = webAddress(element.attribs['cite'] ?? '')
  return content.length > 0 ? [{ type: 'blockquote', ...(cite !== undefined && { attrs: { cite } }), content }] : []
}

const code: BlockReader = (element) => {
  const text = wordsOf(element.children).replace(/^\n/, '').trimEnd()
  const named = `${element.attribs['class'] ?? ''} ${findElement(element.children, ['code'])?.attribs['class'] ?? ''}`
  const language = /\b(?:language|lang|brush)[-:]\s*([\w+#-]{1,30})/.exec(named)?.[1]
  return text === ''
    ? []
    : [{ type: 'codeBlock', ...(language !== undefined && { attrs: { language } }), content: [{ type: 'text', text }] }]
}

/** A picture as a block, or nothing when its address is none. */
export function imageBlock(element: HtmlElement, reading: Reading, caption?: string): Block[] {
  const written = webAddress(element.attribs['src'] ?? '') ?? webAddress(element.attribs['data-src'] ?? '')
  const src = written === undefined ? undefined : reading.options.rewriteImage(written)
  if (src === undefined || !/^(https?:|\/)/.test(src)) return []
  const pixels = (name: string) => {
    const value = Number(element.attribs[name])
    return Number.isInteger(value) && value > 0 && value <= 100_000 ? { [name]: value } : {}
  }
  const alt = (element.attribs['alt'] ?? '').slice(0, 2000)
  return [
    {
      type: 'image',
      attrs: {
        src,
        alt,
        ...(caption ? { caption: caption.slice(0, 2000) } : {}),
        ...pixels('width'),
        ...pixels('height'),
      },
    },
  ]
}

const figure: BlockReader = (element, reading, depth) => {
  const [captioned] = element.children.filter(isElement).filter(({ name }) => name === 'figcaption')
  const caption = captioned && wordsOf(captioned.children).replace(/\s+/g, ' ').trim()
  const rest = element.children.filter((child) => child !== captioned)
  const images = findElements(rest, 'img')
  if (images.length === 0 || findElement(rest, ['table', 'iframe', 'blockquote', 'pre', 'video', 'audio'])) {
    const blocks = reading.blocksOf(rest, depth)
    return caption ? [...blocks, { type: 'paragraph', content: [{ type: 'text', text: caption }] }] : blocks
  }
  const [only] = images
  if (images.length === 1 && only) return imageBlock(only, reading, caption)
  return galleryOf(
    images.flatMap((image) => imageBlock(image, reading)),
    caption,
  )
}

/** Several pictures as one block. */
export function galleryOf(images: Block[], caption?: string): Block[] {
  if (images.length < 2) return images
  return [{ type: 'gallery', ...(caption ? { attrs: { caption: caption.slice(0, 2000) } } : {}), content: images }]
}

/** A frame of a known host becomes an embed; another becomes a link. */
const frame: BlockReader = (element, reading) => {
  const written = element.attribs['src'] ?? element.attribs['data-src'] ?? ''
  const url = webAddress(written.startsWith('//') ? `https:${written}` : written)
  if (url === undefined || !url.startsWith('http')) return []
  const title = element.attribs['title']?.trim().slice(0, 500)
  if (!providerOf(url)) reading.note(`<iframe> of ${new URL(url).hostname} became a link`)
  return [{ type: 'embed', attrs: { url, ...(title ? { title } : {}) } }]
}

/** Sound and film of one's own: a link to the file, until media are kept here. */
const player: BlockReader = (element, reading) => {
  const source = element.attribs['src'] ?? findElement(element.children, ['source'])?.attribs['src'] ?? ''
  const href = webAddress(source)
  if (href === undefined) return []
  reading.note(`<${element.name}> became a link to its file`)
  const name = href.split('/').at(-1) || href
  return [
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: name,
          marks: [{ type: 'link', attrs: { href: reading.options.rewriteLink(href) ?? href } }],
        },
      ],
    },
  ]
}

const summary: BlockReader = (element, { options }) => {
  const content = inlineOf(element.children, options)
  return content.length > 0 ? [{ type: 'heading', attrs: { level: 4 }, content }] : []
}

const term: BlockReader = (element, { options }) => {
  const content = inlineOf(element.children, options)
  return content.length > 0 ? [{ type: 'paragraph', content: content.map(bold) }] : []
}
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
  video: player,
  audio: player,
  summary,
  dt: term,
}
