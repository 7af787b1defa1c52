import { markedAs } from '../../document/changes.ts'
import type { Node } from '../../document/node.ts'
import { joinedRuns, marksOf } from './seen.ts'
import { type Cut, cutsBetween, type Effort, type State } from './steps.ts'

/** A word or number with the signs inside it ("Rp2.999.000", "hari-hari"), or other signs; with the space before them. */
const pieces =
  /\s*(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,:/'’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s\p{L}\p{N}]+)|\s+/gu

const piecesOf = (text: string): string[] => text.match(pieces) ?? []

/**
 * Two lines as one, in which the words that came and went are marked. What has the same words with other marks came
 * and went, too.
 */
export function mergedLine(old: readonly Node[], now: readonly Node[], effort: Effort): Node[] {
  const marked = stretchesBetween(old, now, effort).flatMap(({ state, nodes }) =>
    joinedRuns(nodes).map((node) => (state === 'same' ? node : markedAs(state, node))),
  )
  return joinedRuns(marked)
}

const split = (node: Node): Node[] =>
  node.text === undefined ? [node] : piecesOf(node.text).map((text) => ({ ...node, text }))

const keyOf = ({ type, text = '', marks }: Node): string =>
  marks === undefined ? `${type} ${text}` : `${type} ${text} ${JSON.stringify(marksOf(marks))}`

/** A piece of a text in its state. */
export interface Piece {
  state: State
  text: string
}

/** Two plain texts as one. */
export const comparedText = (old: string, now: string, effort: Effort): Piece[] =>
  mergedLine(lineOf(old), lineOf(now), effort).map(({ text = '', marks = [] }) => ({
    state: (['added', 'removed'] as const).find((state) => marks.some(({ type }) => type === state)) ?? 'same',
    text,
  }))

const lineOf = (text: string): Node[] => (text === '' ? [] : [{ type: 'text', text }])

interface Stretch {
  state: State
  nodes: Node[]
}

function stretchesBetween(old: readonly Node[], now: readonly Node[], effort: Effort): Stretch[] {
  const cuts = cutsBetween(old.flatMap(split), now.flatMap(split), keyOf, effort)
  return cuts
    .flatMap((cut): Stretch[] => (cut.isSame ? [{ state: 'same', nodes: cut.now }] : exchanged(cut)))
    .filter(({ nodes }) => nodes.length > 0)
}

/** Words that were exchanged one after the other: first what went, then what came. The space before them stays. */
function exchanged({ old, now }: Cut<Node>): Stretch[] {
  const space = sharedSpace(old[0], now[0])
  return [
    { state: 'same', nodes: space ? [space] : [] },
    { state: 'removed', nodes: withoutSpace(old, space) },
    { state: 'added', nodes: withoutSpace(now, space) },
  ]
}

/** What both begin with, if it also looks the same. */
function sharedSpace(old: Node | undefined, now: Node | undefined): Node | undefined {
  const [one, other] = [old, now].map((node) => /^\s+/.exec(node?.text ?? '')?.[0])
  const isSame = JSON.stringify(marksOf(old?.marks)) === JSON.stringify(marksOf(now?.marks))
  return now && isSame && one !== undefined && one === other ? { ...now, text: one } : undefined
}

function withoutSpace([first, ...more]: readonly Node[], space: Node | undefined): Node[] {
  const text = first?.text?.slice(space?.text?.length ?? 0)
  return first === undefined || text === '' ? more : [text === undefined ? first : { ...first, text }, ...more]
}
