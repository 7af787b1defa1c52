import { hasClass, type HtmlElement } from './html-tree.ts'
import { inlineOf } from './html-inline.ts'
import { hrefOf, plainText } from './inline.ts'
import type { Block, Node } from './node.ts'
import type { BlockReader, Said } from './reading.ts'
import { sanitise } from './sanitise.ts'
import { longest } from './shared/limits.ts'

// Blocks that HTML has no element for are written as pages here show them, with a class.

/** `<aside class="key-points"><ul><li>...</ul></aside>` */
export const keyPointsAside: BlockReader = (element, reading, level) => {
  const blocks = reading.blocksOf(element.children, level)
  return level === 1 && hasClass(element, 'key-points') ? keyPointsOf(blocks) : blocks
}

function keyPointsOf(blocks: readonly Block[]): Block[] {
  const items = blocks.flatMap((block): Node[] => {
    if (block.type === 'bulletList' || block.type === 'orderedList') return block.content ?? []
    return block.type === 'paragraph' ? [{ type: 'listItem', content: [block] }] : []
  })
  return items.length > 0 ? [{ type: 'keyPoints', content: items }] : []
}

const keyPointsTitle = /^\s*(pokok berita|key points)\s*:?\s*$/i

/** In Markdown key points are a heading "Pokok berita" or "Key points" with a list right below it. */
export function withKeyPoints(blocks: readonly Block[]): Block[] {
  const isTitle = (block: Block | undefined) =>
    block?.type === 'heading' && keyPointsTitle.test(plainText(block.content))
  return blocks.flatMap((block, index) => {
    if (isTitle(block) && blocks[index + 1]?.type === 'bulletList') return []
    return block.type === 'bulletList' && isTitle(blocks[index - 1]) ? keyPointsOf([block]) : [block]
  })
}

const opening = /^\s*(menurut|sumber|dikutip dari|according to|source|(?<via>via|melalui|lewat))\b\s*:?\s*/i

/** `<p class="attribution">Menurut <a href="...">The Wall Street Journal</a></p>`, or `Melalui ...` for who passed it on. */
export const attributionLine: BlockReader = (element, reading, level) => {
  const said = level === 1 && hasClass(element, 'attribution') ? saidIn(element) : undefined
  const organisation = said && reading.options.organisation?.(said)
  if (said === undefined || organisation === undefined) return reading.blocksOf(element.children, level)
  const { role, url } = said
  return [{ type: 'attribution', attrs: { role, organisation, ...(url !== undefined && { url }) } }]
}

function saidIn(element: HtmlElement): Said | undefined {
  const line = inlineOf(element.children, { rewriteLink: (href) => href })
  const words = plainText(line)
  const linked = line.filter((node) => hrefOf(node) !== undefined)
  const [url] = linked.map(hrefOf)
  const name = (linked.length > 0 ? plainText(linked) : words.replace(opening, '')).replace(/\s+/g, ' ').trim()
  const role = opening.exec(words)?.groups?.['via'] === undefined ? 'source' : 'via'
  return name === '' ? undefined : { role, name, ...(url !== undefined && { url }) }
}

/** `<div class="raw">...</div>`: markup that no block can express. */
export const rawMarkup: BlockReader = (element, reading, level) => {
  if (level > 1 || !hasClass(element, 'raw')) return reading.blocksOf(element.children, level)
  const source = reading.sourceOf(element.children)
  const html = source.length > longest.rawHtml ? '' : sanitise(source).trim()
  return html === '' ? reading.blocksOf(element.children, level) : [{ type: 'rawHtml', attrs: { html } }]
}
