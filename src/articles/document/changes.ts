import { z } from 'zod'
import { type Html, html } from '#platform/html.ts'
import { blockKinds } from './kinds.ts'
import { blockKind, type Node, type ViewContext } from './node.ts'
import { viewGroups } from './view.ts'

/**
 * What a comparison of two documents adds to one of them, so that it is shown as readers see it with the difference
 * marked: blocks around what came or went, and marks on words. None of it is ever kept.
 */
export type ChangeState = 'added' | 'removed'

const types = { added: 'insertion', removed: 'deletion' } as const satisfies Record<ChangeState, string>

const around = (state: ChangeState, tag: 'ins' | 'del') =>
  blockKind({
    type: types[state],
    attrs: z.strictObject({}),
    holds: [],
    isTransparent: true,
    web: (_, inner) =>
      tag === 'ins' ? html`<ins class="whole">${inner}</ins>` : html`<del class="whole">${inner}</del>`,
  })

/** Everything that a compared document may be made of. */
export const comparedKinds = blockKinds([around('added', 'ins'), around('removed', 'del')])

export const blockAround = (state: ChangeState, content: readonly Node[]): Node => ({
  type: types[state],
  content: [...content],
})

/** The words with a mark that says so. */
export const markedAs = (state: ChangeState, node: Node): Node => ({
  ...node,
  marks: [...(node.marks ?? []), { type: state }],
})

/** What a comparison shows, as a page shows it: each group by itself. */
export const viewComparison = (groups: readonly (readonly Node[])[], context: ViewContext): Html[] =>
  viewGroups(groups, context, comparedKinds)
