/** Milliseconds after the last change, and after the first that is not saved. */
const quiet = 2000
const latest = 5000

/** When what was changed is saved. @param first, last when something was changed since the last save, in milliseconds */
export const dueAt = ({ first, last }: { first: number; last: number }): number =>
  Math.min(last + quiet, first + latest)

const longest = 30_000

/** How long to wait before it is tried again, in milliseconds: each time twice as long. */
export const pauseAfter = (failures: number): number => Math.min(longest, 1000 * 2 ** (failures - 1))
