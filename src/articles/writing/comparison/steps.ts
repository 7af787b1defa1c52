import { diffArrays } from 'diff/lib/diff/array.js'

/** What one comparison may still cost, in steps of the algorithm: a document that is made to be slow stops at it. */
export interface Effort {
  left: number
}

/** About a tenth of a second. */
export const wholeEffort = (): Effort => ({ left: 500_000 })

export type State = 'same' | 'added' | 'removed'

/** A stretch of two rows: the same in both, or only in one of them. */
export interface Cut<Thing> {
  state: State
  old: Thing[]
  now: Thing[]
}

/**
 * The shortest way from one row of things to another (Myers 1986, by jsdiff). With `d` things that differ it takes at
 * most d²/2 steps.
 *
 * @param key equal for two things that are the same
 * @returns undefined when that is more than the effort that is left
 */
export function cutsBetween<Thing>(
  old: readonly Thing[],
  now: readonly Thing[],
  key: (thing: Thing) => string,
  effort: Effort,
): Cut<Thing>[] | undefined {
  const number = numbering(key)
  const most = Math.floor(Math.sqrt(2 * Math.max(0, effort.left)))
  const changes = diffArrays(old.map(number), now.map(number), { maxEditLength: most })
  const edits = changes?.reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0)
  effort.left -= (edits ?? most) ** 2 / 2
  const at = { old: 0, now: 0 }
  return changes?.map(({ added, removed, count }) => ({
    state: added ? 'added' : removed ? 'removed' : 'same',
    old: added ? [] : old.slice(at.old, (at.old += count)),
    now: removed ? [] : now.slice(at.now, (at.now += count)),
  }))
}

/** Numbers are compared at once, however long what they stand for. */
function numbering<Thing>(key: (thing: Thing) => string): (thing: Thing) => number {
  const numbers = new Map<string, number>()
  return (thing) => {
    const name = key(thing)
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  }
}
