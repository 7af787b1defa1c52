import type { Block } from './node.ts'

/** What a list item or quotation may hold; other blocks give their words. */
const nestable = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock', 'image', 'horizontalRule', 'table', 'embed'])

/** Lifts out what may not be nested: a gallery gives its pictures. */
export function nested(blocks: readonly Block[], allowed: ReadonlySet<string> = nestable): Block[] {
  return blocks.flatMap((block) => (allowed.has(block.type) ? [block] : nested((block.content ?? []) as Block[], allowed))) // oxlint-disable-line typescript/no-unsafe-type-assertion -- what is not allowed here holds blocks or nothing
}
