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
  readonly sets: Uint32Array
  /** How many of these rows have each value; what none has is not there. */
  count(...rows: Uint32Array[]): Map<string, number>
  /** What a value is called, where it has words of its own. */
  wordsOf(key: string): string | undefined
}

export function openColumn(): Column {
  let sets: Uint32Array = new Uint32Array()
  const members: string[][] = [[]]
  const numbers = new Map<string, number>([['', 0]])
  const words = new Map<string, string>()

  const setOf = (keys: string[]): number => {
    const spelled = keys.join(' ')
    const known = numbers.get(spelled)
    if (known !== undefined) return known
    numbers.set(spelled, members.length)
    return members.push(keys) - 1
  }
  return {
    put(row, values) {
      if (row >= sets.length) sets = grown(sets)
      for (const { key, words: said } of values) if (said !== undefined) words.set(key, said)
      sets[row] = setOf([...new Set(values.map(({ key }) => key))].toSorted())
    },
    matches: (keys) => Uint8Array.from(members, (set) => (set.some((key) => keys.includes(key)) ? 1 : 0)),
    get sets() {
      return sets
    },
    count(...all) {
      const found = new Uint32Array(members.length)
      for (const rows of all)
        for (const row of rows) {
          const set = sets[row] ?? 0
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
export function grown(column: Uint32Array): Uint32Array {
  const wider = new Uint32Array(Math.max(16, column.length * 2))
  wider.set(column)
  return wider
}
