/** Whether a device is what one wish asks for. */
export type RowTest = (row: number) => boolean

export interface Narrowed {
  /** Rows that meet every wish. */
  hits: Uint32Array
  isHit: Uint8Array
  /** By wish: rows that meet every wish but this one. */
  near: Uint32Array[]
}

/**
 * Sorts rows by what they miss. Who misses a single wish would be there without it, which is what a group of choices counts:
 * each as if nothing were asked of the group itself.
 *
 * @param rows how many there are
 * @param isThere whether a row is in use
 */
export function narrow(rows: number, isThere: RowTest, tests: readonly RowTest[]): Narrowed {
  const isHit = new Uint8Array(rows)
  const hits = new Uint32Array(rows)
  const near = tests.map((): number[] => [])
  let found = 0
  for (let row = 0; row < rows; row += 1) {
    if (!isThere(row)) continue
    const missed = missing(row, tests)
    if (missed === undefined) {
      isHit[row] = 1
      hits[found] = row
      found += 1
    } else near[missed]?.push(row)
  }
  return { hits: hits.subarray(0, found), isHit, near: near.map((only) => Uint32Array.from(only)) }
}

const several = -1

/** The only wish that the row does not meet; undefined when it meets all. */
function missing(row: number, tests: readonly RowTest[]): number | undefined {
  let only: number | undefined
  // Asked of every device: an iterator for each would cost more than the tests.
  for (let index = 0; index < tests.length; index += 1) {
    if (tests[index]?.(row) === true) continue
    if (only !== undefined) return several
    only = index
  }
  return only
}
