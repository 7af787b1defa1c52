import { type Caption, captioned, captionOf, creditOf } from './shared/caption.ts'
import { findClass, type HtmlElement, isElement, lineOf } from './html-tree.ts'
import type { Block, Node } from './node.ts'
import type { BlockReader, Reading } from './reading.ts'
import { webAddress, withScheme } from './shared/web-address.ts'

/** A picture as a block, or nothing when its address is none. */
export function imageBlock(element: HtmlElement, reading: Reading): Block[] {
  const alt = (element.attribs['alt'] ?? '').slice(0, 2000)
  const kept = reading.options.pictureFile?.(element.attribs['src'] ?? '')
  if (kept) return [{ type: 'image', attrs: { ...kept, alt } }]
  const src = addressOf(element, reading)
  if (src === undefined) return []
  return [{ type: 'image', attrs: { src, alt, ...pixels(element, 'width'), ...pixels(element, 'height') } }]
}

function addressOf({ attribs }: HtmlElement, { options, note }: Reading): string | undefined {
  const written = [attribs['src'], attribs['data-src']].filter((src) => src !== undefined && src !== '')
  const address = written.map((src) => webAddress(withScheme(src ?? ''))).find((src) => src !== undefined)
  const src = address === undefined ? undefined : webAddress(options.rewriteImage(address) ?? '')
  if (src !== undefined && /^(https?:|\/)/.test(src)) return src
  const [first] = written
  if (first !== undefined)
    note(`the picture "${shortened(first)}" was left out: only a web address (https://...) can be shown`)
  return undefined
}

const shortened = (address: string) => (address.length > 80 ? `${address.slice(0, 80)}…` : address)

function pixels({ attribs }: HtmlElement, name: 'width' | 'height'): Record<string, number> {
  const value = Number(attribs[name])
  return Number.isInteger(value) && value > 0 && value <= 100_000 ? { [name]: value } : {}
}

/** One picture with its caption, several as a gallery, or whatever else stands in a figure with its caption below. */
export const figure: BlockReader = (element, reading, level) => {
  const below = element.children.filter(isElement).find(({ name }) => name === 'figcaption')
  const blocks = reading.blocksOf(
    element.children.filter((child) => child !== below),
    level,
  )
  if (!below) return galleryIn(blocks) ?? blocks
  const line = lineOf(below.children)
  const [only, ...more] = blocks
  if (more.length === 0 && only?.type === 'image') return [withAttrs(only, wordsBelow(below))]
  if (more.length === 0 && only?.type === 'table' && !only.attrs && line !== '')
    return [withAttrs(only, { caption: line.slice(0, 500) })]
  return galleryIn(blocks, line) ?? [...blocks, ...reading.blocksOf(below.children, level)]
}

const withAttrs = (block: Block, attrs: Caption): Block => ({ ...block, attrs: { ...block.attrs, ...attrs } })

/** Our own markup says which words are the credit; elsewhere it stands in the line. */
function wordsBelow(below: HtmlElement): Caption {
  const credit = findClass(below.children, 'credit')
  if (!credit) return captionOf(lineOf(below.children))
  const name = lineOf(credit.children)
  const line = lineOf(below.children)
  // Mostly it stands last, and its words may stand in the caption too.
  const caption = line.endsWith(name) ? line.slice(0, line.length - name.length) : line.replace(name, '')
  return captioned(caption, creditOf(name))
}

function galleryIn(blocks: readonly Block[], caption?: string): Block[] | undefined {
  const pictures = blocks.flatMap(picturesIn)
  return pictures.length > 1 && !pictures.includes(undefined)
    ? galleryOf(
        pictures.filter((picture) => picture !== undefined),
        caption,
      )
    : undefined
}

/** A gallery's pictures stand by themselves, in a list or in figures. Anything else is undefined. */
function picturesIn({ text, ...block }: Node): (Block | undefined)[] {
  if (text !== undefined) return [undefined]
  if (block.type === 'image') return [block]
  const isPlain = block.type === 'gallery' || block.type === 'bulletList' || block.type === 'listItem'
  return isPlain ? (block.content ?? []).flatMap(picturesIn) : [undefined]
}

/** Several pictures as one block. */
export function galleryOf(images: Block[], caption?: string): Block[] {
  if (images.length < 2) return images
  return [{ type: 'gallery', ...(caption ? { attrs: { caption: caption.slice(0, 2000) } } : {}), content: images }]
}
