import { blockAround, type ChangeState, comparedKinds, markedAs } from '../../document/changes.ts'
import type { Node } from '../../document/node.ts'
import { familyOf } from './likeness.ts'
import { inOneRow, matchBlocks } from './match.ts'
import { seenOf } from './seen.ts'
import type { Effort } from './steps.ts'
import { mergedLine } from './words.ts'

/**
 * A block as it was and as it is in one, with the difference marked; where that cannot be told inside it, the one after
 * the other.
 */
export function mergedBlock(old: Node, now: Node, effort: Effort): Node[] {
  if (seenOf(old) === seenOf(now)) return [now]
  if (familyOf(old) !== familyOf(now)) return exchanged(old, now)
  const holds = comparedKinds.get(now.type)?.holds ?? 'nothing'
  if (holds === 'nothing') return exchanged(old, now)
  const [before, after] = [old.content ?? [], now.content ?? []]
  if (holds === 'inline' || holds === 'text') return [{ ...now, content: mergedLine(before, after, effort) }]
  return [
    {
      ...now,
      content: now.type === 'tableRow' ? mergedCells(before, after, effort) : mergedRow(before, after, effort),
    },
  ]
}

const exchanged = (old: Node, now: Node): Node[] => [blockAround('removed', [old]), blockAround('added', [now])]

/** Cells stay in their columns; where a column came or went, they are matched by what they say. */
function mergedCells(old: readonly Node[], now: readonly Node[], effort: Effort): Node[] {
  if (old.length !== now.length) return mergedRow(old, now, effort)
  return now.map((cell, column) => ({ ...cell, content: mergedCell(old[column]?.content, cell.content, effort) }))
}

/** Most cells are one line: a price and the price that it was stand beside each other. */
function mergedCell(old: readonly Node[] = [], now: readonly Node[] = [], effort: Effort): Node[] {
  const [before, after] = [old[0], now[0]]
  const isLine = old.length === 1 && now.length === 1
  return isLine && before && after ? mergedBlock(before, after, effort) : mergedRow(old, now, effort)
}

/** What stands in a block, in the order that it has now. What went stands where it stood. */
function mergedRow(old: readonly Node[], now: readonly Node[], effort: Effort): Node[] {
  // Inside a block, what moved went there and came here: it is short enough to be seen at once.
  const matches = matchBlocks(old, now, effort).filter(({ isMoved }) => !isMoved)
  return inOneRow(old.length, now.length, matches).flatMap((place) => {
    const before = place.old === undefined ? undefined : old[place.old]
    const after = place.now === undefined ? undefined : now[place.now]
    if (before && after) return mergedBlock(before, after, effort)
    return after ? [wholly('added', after)] : before ? [wholly('removed', before)] : []
  })
}

/** HTML lets nothing stand around an item, a row or a cell: what is shown of it stands inside. */
function wholly(state: ChangeState, node: Node): Node {
  const { type, content = [] } = node
  if (type === 'tableRow') return markedAs(state, { ...node, content: content.map((cell) => wholly(state, cell)) })
  const isPart = type === 'listItem' || type === 'tableCell' || type === 'tableHeader'
  return isPart ? markedAs(state, { ...node, content: [blockAround(state, content)] }) : blockAround(state, [node])
}
