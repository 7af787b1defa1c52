import type { Block } from './node.ts'

/** What a list item or quotation may hold; other blocks give their words. */
const nestable = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'image',
  'horizontalRule',
  'table',
  'embed',
])

/** Lifts out what may not be nested: a gallery gives its pictures. */
export function nested(blocks: readonly Block[], allowed: ReadonlySet<string> = nestable): Block[] {
  return blocks.flatMap((block) => (allowed.has(block.type) ? [block] : nested(blocksIn(block), allowed)))
}

/** What is not allowed in a place holds blocks or nothing; text by itself is put into a paragraph. */
function blocksIn({ content = [] }: Block): Block[] {
  return content.map((node): Block => {
    const { text, ...block } = node
    return text === undefined ? block : { type: 'paragraph', content: [node] }
  })
}
