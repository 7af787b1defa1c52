import type { FacetValue } from './facets.ts'

/**
 * One facet of all devices. Devices share few sets of values ("3 GB, 4 GB"), so a row is the number of its set: narrowing looks
 * up a number, and counting counts sets.
 */
export interface Column {
  put(row: number, values: readonly FacetValue[]): void
  /** For each set whether one of these values is in it. */
  matches(keys: readonly string[]): Uint8Array
  /** The number of each row's set. */
  readonly sets: Sets
  /** How many of these rows have each value; what none has is not there. */
  count(...rows: Uint32Array[]): Map<string, number>
  /** What a value is called, where it has words of its own. */
  wordsOf(key: string): string | undefined
}

/** Most facets have few sets: two bytes a device. */
type Sets = Uint16Array | Uint32Array
const mostShort = 2 ** 16

export function openColumn(): Column {
  let sets: Sets = new Uint16Array()
  const members: string[][] = [[]]
  const numbers = new Map<string, number>([['', 0]])
  const words = new Map<string, string>()

  const setOf = (keys: string[]): number => {
    const spelled = keys.join(' ')
    const known = numbers.get(spelled)
    if (known !== undefined) return known
    numbers.set(spelled, members.length)
    if (members.length === mostShort) sets = Uint32Array.from(sets)
    return members.push(keys) - 1
  }
  return {
    put(row, values) {
      for (const { key, words: said } of values) if (said !== undefined) words.set(key, said)
      const set = setOf([...new Set(values.map(({ key }) => key))].toSorted())
      if (row >= sets.length) sets = grown(sets)
      sets[row] = set
    },
    matches: (keys) => Uint8Array.from(members, (set) => (set.some((key) => keys.includes(key)) ? 1 : 0)),
    get sets() {
      return sets
    },
    count(...all) {
      const found = new Uint32Array(members.length)
      for (const rows of all)
        for (let place = 0; place < rows.length; place += 1) {
          const set = sets[rows[place] ?? 0] ?? 0
          found[set] = (found[set] ?? 0) + 1
        }
      const counts = new Map<string, number>()
      for (const [set, count] of found.entries())
        if (count > 0) for (const key of members[set] ?? []) counts.set(key, (counts.get(key) ?? 0) + count)
      return counts
    },
    wordsOf: (key) => words.get(key),
  }
}

/** The same with room for twice as many. */
export function grown<Numbers extends Sets | Float64Array>(column: Numbers): Numbers {
  const Kind = column.constructor as new (length: number) => Numbers // oxlint-disable-line typescript/no-unsafe-type-assertion -- an array of numbers is made so
  const wider = new Kind(Math.max(16, column.length * 2))
  wider.set(column)
  return wider
}
