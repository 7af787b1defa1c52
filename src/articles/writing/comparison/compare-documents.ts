import type { Block, Document, Node } from '../../document/node.ts'
import { inOneRow, type Match, matchBlocks } from './match.ts'
import { mergedBlock } from './merge.ts'
import { seenAttrs } from './seen.ts'
import { type Effort, wholeEffort } from './steps.ts'
import { comparedText, type Piece } from './words.ts'

export type BlockState = 'same' | 'added' | 'removed' | 'changed' | 'moved'

/** A block and its place in its document, from 0. */
export interface Side {
  at: number
  block: Block
}

/** What became of a block. */
export interface ComparedBlock {
  state: BlockState
  /** Not there before: `added`. */
  old?: Side
  /** Not there any more: `removed`. */
  now?: Side
  /** Whether it stands elsewhere, too, when it was changed. */
  isMoved: boolean
  /** Whether it is another kind of block now, or set another way: a heading, a numbered list. */
  isReshaped: boolean
  /** What to show, for `viewGroups` with `comparedKinds`. */
  shown: Node[]
  /** What is said of a picture, a gallery, a table or an embed, and is not said as it was. */
  said: ComparedWords[]
}

export interface ComparedWords {
  of: SaidName
  pieces: Piece[]
}

const saidNames = ['alt', 'caption', 'credit', 'title'] as const
export type SaidName = (typeof saidNames)[number]

/**
 * What was changed between two documents, block by block, in the order of the new one; what is gone stands where it
 * stood. The blocks with `now` in their order are the new document, those with `old` the old one. The work is bounded:
 * what would take longer is told block by block instead of word by word.
 */
export function compareDocuments(old: Document, now: Document, effort: Effort = wholeEffort()): ComparedBlock[] {
  const matches = matchBlocks(old.content, now.content, effort)
  return inOneRow(old.content.length, now.content.length, matches).flatMap((place) => {
    const [before, after] = [sideAt(old, place.old), sideAt(now, place.now)]
    if (before && after && place.match) return keptBlock(before, after, place.match, effort)
    return after
      ? { ...plain(after), state: 'added', now: after }
      : before
        ? { ...plain(before), state: 'removed', old: before }
        : []
  })
}

function sideAt({ content }: Document, at: number | undefined): Side | undefined {
  const block = at === undefined ? undefined : content[at]
  return at !== undefined && block ? { at, block } : undefined
}

const plain = ({ block }: Side) => ({ isMoved: false, isReshaped: false, shown: [block], said: [] })

/** A block that is still there. */
function keptBlock(old: Side, now: Side, { isSame, isMoved }: Match, effort: Effort): ComparedBlock {
  if (isSame) return { ...plain(now), state: isMoved ? 'moved' : 'same', isMoved, old, now }
  const [before, after] = [old.block, now.block]
  return {
    state: 'changed',
    old,
    now,
    isMoved,
    isReshaped: isReshaped(before, after),
    shown: isSamePlace(before, after) ? [after] : mergedBlock(before, after, effort),
    said: saidOf(before, after, effort),
  }
}

/** A picture or an embed that is the same one: shown once, with what is said of it. */
const isSamePlace = (old: Block, now: Block): boolean =>
  now.type === old.type &&
  (now.type === 'image' || now.type === 'embed') &&
  ['src', 'url'].every((name) => old.attrs?.[name] === now.attrs?.[name])

function saidOf(old: Block, now: Block, effort: Effort): ComparedWords[] {
  const isExchanged = (now.type === 'image' || now.type === 'embed') && !isSamePlace(old, now)
  if (isExchanged) return []
  return saidNames.flatMap((of) => {
    const [before, after] = [wordsOf(old, of), wordsOf(now, of)]
    return before === after ? [] : { of, pieces: comparedText(before, after, effort) }
  })
}

const wordsOf = ({ attrs }: Block, name: SaidName): string => {
  const words = attrs?.[name]
  return typeof words === 'string' ? words : ''
}

function isReshaped(old: Block, now: Block): boolean {
  const others = new Set<string>([...saidNames, 'src', 'url', 'html', 'article', 'organisation'])
  const shape = ({ type, attrs }: Block) =>
    JSON.stringify([type, seenAttrs(attrs).filter(([name]) => !others.has(name))])
  return shape(old) !== shape(now)
}

/** How many blocks are in which state. */
export function countStates(blocks: readonly ComparedBlock[]): Record<BlockState, number> {
  const counts = { same: 0, added: 0, removed: 0, changed: 0, moved: 0 }
  for (const { state } of blocks) counts[state] += 1
  return counts
}
