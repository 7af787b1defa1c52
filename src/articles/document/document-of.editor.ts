import type { Node } from '@tiptap/pm/model'
import { blocksOf, documentWith } from './shared/canonical.ts'
import type { Block, Document } from './shared/document.ts'

/** A node never changes: whatever is typed makes another one, and leaves those beside it. */
const known = new WeakMap<Node, readonly Block[]>()

/**
 * What is kept of what stands in an editor. A block that was not changed since it was last asked for is the same object: a
 * long text is read while somebody types.
 */
export function documentOf(doc: Node): Document {
  return documentWith(doc.children.flatMap(keptAs))
}

function keptAs(node: Node): readonly Block[] {
  const blocks = known.get(node) ?? blocksOf(node.toJSON() as Parameters<typeof blocksOf>[0]) // oxlint-disable-line typescript/no-unsafe-type-assertion -- a node writes itself so
  known.set(node, blocks)
  return blocks
}
