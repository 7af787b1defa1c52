/**
 * The most of a row of numbers that grow from one to the next (Schensted 1961), in n log n steps.
 *
 * @returns their places in the row
 */
export function longestGrowing(row: readonly number[]): number[] {
  /** The place of the least number that ends a growing row of that length. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [at, number] of row.entries()) {
    const length = firstNotBelow(ends.length, (index) => (row[ends[index] ?? 0] ?? 0) < number)
    before.set(at, ends[length - 1])
    ends[length] = at
  }
  const places: number[] = []
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) places.push(at)
  return places.toReversed()
}

/** By halves: what is below comes first. */
function firstNotBelow(length: number, isBelow: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isBelow(middle)) low = middle + 1
    else high = middle
  }
  return low
}
