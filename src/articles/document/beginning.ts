import { everyNode, textOf } from './view.ts'
import type { Document, Node } from './node.ts'

/** A picture that lies on this site, with what it takes to show it anywhere. */
export interface Picture {
  /** A path of this site. */
  src: string
  alt: string
  width: number
  height: number
  /** What shows until it has come: `#rrggbb`. */
  colour?: string
}

/** The document's first picture that can be shown in lists and shared; one from elsewhere or without size cannot. */
export function leadPictureOf(document: Document): Picture | undefined {
  for (const node of everyNode(document.content)) {
    const picture = node.type === 'image' ? pictureIn(node) : undefined
    if (picture) return picture
  }
  return undefined
}

/** Nobody promises that something answers at another path. */
const keptHere = /^\/media\//

function pictureIn({ attrs = {} }: Node): Picture | undefined {
  const { src, alt, width, height, colour } = attrs
  if (typeof src !== 'string' || !keptHere.test(src)) return undefined
  if (typeof width !== 'number' || typeof height !== 'number') return undefined
  return {
    src,
    alt: typeof alt === 'string' ? alt : '',
    width,
    height,
    ...(typeof colour === 'string' && { colour }),
  }
}

const counted = new WeakMap<Document, number>()

/** How many words the document has. */
export function wordsIn(document: Document): number {
  const known = counted.get(document) ?? textOf(document).match(/\S+/g)?.length ?? 0
  // A page says it twice: to readers in minutes, to programs in words.
  counted.set(document, known)
  return known
}

const longest = 200

/** How the text begins: as many whole sentences of its first paragraph as fit in 200 characters; a longer first one is cut at a word. */
export function openingOf(document: Document): string {
  const words = (content: Document['content']) => textOf({ type: 'doc', content }).replace(/\s+/g, ' ').trim()
  const paragraph = document.content.find((block) => block.type === 'paragraph' && words([block]) !== '')
  const text = words(paragraph ? [paragraph] : document.content)
  const sentences = new Intl.Segmenter('id', { granularity: 'sentence' })
  let opening = ''
  for (const { segment } of sentences.segment(text)) {
    if (opening.length + segment.trimEnd().length > longest) break
    opening += segment
  }
  return opening === '' ? cut(text) : opening.trimEnd()
}

function cut(text: string): string {
  if (text.length <= longest) return text
  const end = text.lastIndexOf(' ', longest)
  // Half of a character that JavaScript counts as two is none.
  return `${text.slice(0, end > 0 ? end : longest).replace(/[\uD800-\uDBFF]$/, '')}…`
}
