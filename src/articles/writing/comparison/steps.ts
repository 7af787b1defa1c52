import { diffArrays } from 'diff/lib/diff/array.js'

/** What one comparison may still cost, in steps of the algorithm: a document that is made to be slow stops at it. */
export interface Effort {
  left: number
}

/** About a twentieth of a second. */
export const wholeEffort = (): Effort => ({ left: 250_000 })

/** Places in two rows at which the same stands. */
export interface Place {
  old: number
  now: number
}

/**
 * The longest row that two rows have in common (Myers 1986, by jsdiff). What stands in only one of them is set aside
 * first; with `d` other things that differ it takes at most d²/2 steps.
 *
 * @param key equal for two things that are the same
 * @returns undefined when that is more than the effort that is left
 */
export function commonRow<Thing>(
  old: readonly Thing[],
  now: readonly Thing[],
  key: (thing: Thing) => string,
  effort: Effort,
): Place[] | undefined {
  const rows = sharedIn(old.map(key), now.map(key))
  const most = Math.floor(Math.sqrt(2 * Math.max(0, effort.left)))
  const changes = diffArrays(rows.old.numbers, rows.now.numbers, { maxEditLength: most })
  const edits = changes?.reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0)
  effort.left -= (edits ?? most) ** 2 / 2
  const at = { old: 0, now: 0 }
  return changes?.flatMap(({ added, removed, count }) => {
    const [before, after] = [
      added ? [] : rows.old.places.slice(at.old, (at.old += count)),
      removed ? [] : rows.now.places.slice(at.now, (at.now += count)),
    ]
    return before.flatMap((place, index) => {
      const other = after[index]
      return other === undefined ? [] : { old: place, now: other }
    })
  })
}

interface Row {
  places: number[]
  /** Numbers are compared at once, however long what they stand for. */
  numbers: number[]
}

function sharedIn(old: readonly string[], now: readonly string[]): Record<keyof Place, Row> {
  const numbers = new Map(old.map((name, index) => [name, index]))
  const shared = new Set(now.filter((name) => numbers.has(name)))
  const rowOf = (names: readonly string[]): Row => {
    const places = [...names.keys()].filter((at) => shared.has(names[at] ?? ''))
    return { places, numbers: places.map((at) => numbers.get(names[at] ?? '') ?? -1) }
  }
  return { old: rowOf(old), now: rowOf(now) }
}

export type State = 'same' | 'added' | 'removed'

/** A stretch of two rows: the same in both, or what stands in one of them or both between two of those. */
export interface Cut<Thing> {
  isSame: boolean
  old: Thing[]
  now: Thing[]
}

/** Two rows as what they have in common and what was exchanged between. */
export function cutsBetween<Thing>(
  old: readonly Thing[],
  now: readonly Thing[],
  key: (thing: Thing) => string,
  effort: Effort,
): Cut<Thing>[] {
  // Too different to be told one by one: all of it was exchanged.
  const common = commonRow(old, now, key, effort) ?? []
  const cuts: Cut<Thing>[] = []
  const at = { old: 0, now: 0 }
  for (const place of [...common, { old: old.length, now: now.length }]) {
    if (place.old > at.old || place.now > at.now)
      cuts.push({ isSame: false, old: old.slice(at.old, place.old), now: now.slice(at.now, place.now) })
    const last = cuts.at(-1)
    const [before, after] = [old.slice(place.old, place.old + 1), now.slice(place.now, place.now + 1)]
    if (last?.isSame) {
      last.old.push(...before)
      last.now.push(...after)
    } else cuts.push({ isSame: true, old: before, now: after })
    Object.assign(at, { old: place.old + 1, now: place.now + 1 })
  }
  return cuts.filter((cut) => cut.old.length + cut.now.length > 0)
}
