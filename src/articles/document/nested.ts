import type { Block } from './node.ts'
import { textOfHtml } from './sanitise.ts'

/** Lifts out what may not stand there: a gallery gives its pictures, raw markup its words. */
export function nested(blocks: readonly Block[], allowed: readonly string[]): Block[] {
  return blocks.flatMap((block) => (allowed.includes(block.type) ? [block] : nested(blocksIn(block), allowed)))
}

/** What is not allowed in a place holds blocks, words or nothing; words by themselves are put into a paragraph. */
function blocksIn({ type, attrs, content = [] }: Block): Block[] {
  const { html, caption } = attrs ?? {}
  if (type === 'rawHtml' && typeof html === 'string') return wordsAlone(textOfHtml(html))
  const inner = content.map((node): Block => {
    const { text, ...block } = node
    return text === undefined ? block : { type: 'paragraph', content: [node] }
  })
  return typeof caption === 'string' ? [...inner, ...wordsAlone(caption)] : inner
}

const wordsAlone = (text: string): Block[] =>
  text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]
