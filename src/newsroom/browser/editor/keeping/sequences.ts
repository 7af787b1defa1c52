/** What one side did to a stretch of what both began from. */
export interface Edit<Item> {
  from: number
  to: number
  items: readonly Item[]
}

/** Comparing more pairs than this would keep a browser busy for seconds: the stretch then counts as replaced. */
const mostPairs = 16_000_000

/**
 * The edits that make `now` of `base`, by the longest common subsequence (Hirschberg's recurrence, whole table). Where
 * as many items stand as before, each replaces the one in its place.
 */
export function editsOf<Item>(
  base: readonly Item[],
  now: readonly Item[],
  keyOf: (item: Item) => string,
): Edit<Item>[] {
  const [one, other] = [base.map(keyOf), now.map(keyOf)]
  const start = sameAtStart(one, other)
  const end = sameAtEnd(one, other, start)
  const pairs = commonPairs(one.slice(start, one.length - end), other.slice(start, other.length - end))
  const edits: Edit<Item>[] = []
  let [from, at] = [start, start]
  for (const [x, y] of [
    ...pairs.map(([i, j]) => [i + start, j + start] as const),
    [one.length - end, other.length - end] as const,
  ]) {
    if (x > from || y > at) edits.push({ from, to: x, items: now.slice(at, y) })
    ;[from, at] = [x + 1, y + 1]
  }
  return edits.flatMap(oneByOne)
}

/** How many items stand for others, were put in or taken out. */
export const changesIn = (edits: readonly Edit<unknown>[]): number =>
  edits.reduce((sum, { from, to, items }) => sum + Math.max(to - from, items.length), 0)

function oneByOne<Item>({ from, to, items }: Edit<Item>): Edit<Item>[] {
  if (items.length !== to - from) return [{ from, to, items }]
  return items.map((item, index) => ({ from: from + index, to: from + index + 1, items: [item] }))
}

export function sameAtStart(one: readonly string[], other: readonly string[]): number {
  let count = 0
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1
  return count
}

/** @param start how many are the same at the start, and belong to that */
export function sameAtEnd(one: readonly string[], other: readonly string[], start: number): number {
  const most = Math.min(one.length, other.length) - start
  let count = 0
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count += 1
  return count
}

/** The places of what both have in the same order. */
function commonPairs(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1
  if (one.length * other.length > mostPairs) return []
  const lengths = new Uint32Array((one.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
