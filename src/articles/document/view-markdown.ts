import { inlineMarkdown } from './inline-markdown.ts'
import { plainText } from './inline.ts'
import { type BlockKinds, ownKinds } from './kinds.ts'
import { stacked } from './markdown-layout.ts'
import type { BlockKind, Document, Node, ViewContext } from './node.ts'

/**
 * The document as Markdown, for programs that read: CommonMark with tables and strikethrough, and HTML where these
 * have no words. What `readMarkdown` makes of it is the same document again, see `properties.test.ts`.
 */
export function markdownOf(document: Document, context: ViewContext, kinds: BlockKinds = ownKinds): string {
  const blockOf = (node: Node): string => {
    const kind = kinds.get(node.type)
    return kind ? kind.markdown({ ...node, attrs: node.attrs ?? {} }, innerOf(kind, node), context) : ''
  }
  const innerOf = ({ holds }: BlockKind, { content = [] }: Node): string[] => {
    if (holds === 'inline') return [inlineMarkdown(content, context.origin)]
    return holds === 'text' ? [plainText(content)] : content.map(blockOf)
  }
  return stacked(document.content.map(blockOf))
}
