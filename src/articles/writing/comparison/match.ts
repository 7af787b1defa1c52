import type { Node } from '../../document/node.ts'
import { familyOf, likePairs } from './likeness.ts'
import { longestGrowing } from './longest-growing.ts'
import { seenOf } from './seen.ts'
import { commonRow, type Effort, type Place } from './steps.ts'

/** A block of the old row and the one in the new row that it is now. */
export interface Match {
  old: number
  now: number
  /** Whether readers see it as it was. */
  isSame: boolean
  isMoved: boolean
}

/** Finds which block is which: first what is the same in the same order, then what moved, then what was changed. */
export function matchBlocks(old: readonly Node[], now: readonly Node[], effort: Effort): Match[] {
  const [before, after] = [old.map(seenOf), now.map(seenOf)]
  const inOrder = commonRow(before, after, (seen) => seen, effort) ?? []
  const left = { old: rest(old, inOrder, 'old'), now: rest(now, inOrder, 'now') }
  const take = ({ old: one, now: other }: Place): Place => {
    left.old.delete(one)
    left.now.delete(other)
    return { old: one, now: other }
  }
  const moved = pairedBy(left, { old: (at) => before[at], now: (at) => after[at] }).map(take)
  // A picture with another caption is the same picture.
  const identities = pairedBy(left, { old: (at) => identityOf(old[at]), now: (at) => identityOf(now[at]) }).map(take)
  const changed = [...identities, ...likePairs(left.old, left.now)]
  const isSame = (place: Place) => before[place.old] === after[place.now]
  return inPlace([...inOrder, ...moved, ...changed]).map((match) => ({ ...match, isSame: isSame(match) }))
}

/** Whatever does not stand in the order in which most of them stand was moved. */
function inPlace(places: readonly Place[]): Omit<Match, 'isSame'>[] {
  const row = places.toSorted((one, other) => one.now - other.now)
  const stays = new Set(longestGrowing(row.map(({ old }) => old)))
  return row.map(({ old, now }, index) => ({ old, now, isMoved: !stays.has(index) }))
}

/** A place in one of the rows, or in both. */
export interface Placed {
  old?: number
  now?: number
  match?: Match
}

/** Both rows in one, in the order of the new one; what is gone stands behind what it stood behind. */
export function inOneRow(old: number, now: number, matches: readonly Match[]): Placed[] {
  const byNow = new Map(matches.map((match) => [match.now, match]))
  const gone = goneBehind(old, matches)
  const row: Placed[] = [...(gone.get(-1) ?? [])]
  for (let at = 0; at < now; at++) {
    const match = byNow.get(at)
    row.push(match ? { old: match.old, now: at, match } : { now: at }, ...(gone.get(at) ?? []))
  }
  return row
}

/** By the place of what it stood behind and what is still there; -1 for the beginning. */
function goneBehind(old: number, matches: readonly Match[]): Map<number, Placed[]> {
  const byOld = new Map(matches.map((match) => [match.old, match]))
  const gone = new Map<number, Placed[]>()
  let behind = -1
  for (let at = 0; at < old; at++) {
    const match = byOld.get(at)
    if (match && !match.isMoved) behind = match.now
    if (match) continue
    const others = gone.get(behind) ?? []
    others.push({ old: at })
    gone.set(behind, others)
  }
  return gone
}

const rest = (row: readonly Node[], matched: readonly Place[], side: keyof Place): Map<number, Node> => {
  const places = new Set(matched.map((place) => place[side]))
  return new Map([...row.entries()].filter(([at]) => !places.has(at)))
}

/** The first with a name becomes the first with it, the second the second. */
function pairedBy(
  left: Record<keyof Place, ReadonlyMap<number, Node>>,
  nameOf: Record<keyof Place, (at: number) => string | undefined>,
): Place[] {
  const olds = Map.groupBy(left.old.keys(), nameOf.old)
  return [...left.now.keys()].flatMap((now) => {
    const name = nameOf.now(now)
    const old = name === undefined ? undefined : olds.get(name)?.shift()
    return old === undefined ? [] : { old, now }
  })
}

function identityOf(node: Node | undefined): string | undefined {
  const where = node?.attrs?.['src'] ?? node?.attrs?.['url']
  return node && typeof where === 'string' && node.type !== 'attribution' ? `${familyOf(node)} ${where}` : undefined
}
