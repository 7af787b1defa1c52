/** By what devices can be ordered beside their name and their price. */
export const numberOrders = ['newest', 'battery', 'weight', 'display', 'storage'] as const
export type NumberOrder = (typeof numberOrders)[number]

/** Newest, by name, lowest price, largest battery, lightest, largest display, most storage; what is not known comes last. */
export const finderOrders = ['newest', 'name', 'price', 'battery', 'weight', 'display', 'storage'] as const
export type FinderOrder = (typeof finderOrders)[number]

/** What stands behind every number by which devices are ordered. */
export const unknownRank = 2 ** 31 - 1

/**
 * Rows in an order, brought up to date: what did not change stays where it is, and only what did is sorted and put between.
 *
 * @param before rows in their order; those of `changed` may be among them
 */
export function reordered(
  before: Uint32Array,
  changed: ReadonlySet<number>,
  compare: (one: number, other: number) => number,
): Uint32Array {
  const stayed = before.filter((row) => !changed.has(row))
  const moved = Uint32Array.from(changed).toSorted(compare)
  const after = new Uint32Array(stayed.length + moved.length)
  for (let place = 0, from = 0, next = 0; place < after.length; place += 1) {
    const [one, other] = [stayed[from], moved[next]]
    const isMovedFirst = other !== undefined && (one === undefined || compare(other, one) < 0)
    after[place] = (isMovedFirst ? other : one) ?? 0
    if (isMovedFirst) next += 1
    else from += 1
  }
  return after
}
