import type { Id, Instant } from '#platform/database/tables.ts'
import type { Stock } from '../tables.ts'

/** What a shop asked at one instant. */
export interface Observation {
  at: Instant
  /** In the currency's smallest unit. */
  amount: number
  stock: Stock | null
  provenance: Id
}

/** From `at` to `until`, both included, every observation of an offer said the same. */
export interface Stretch extends Observation {
  until: Instant
}

/** Whoever was not looked at for so long may have changed in between: 14 days, in milliseconds. */
export const longestGap = 14 * 86_400_000

const isSame = (one: Observation, other: Observation): boolean =>
  one.amount === other.amount && one.stock === other.stock && one.provenance === other.provenance

/**
 * Adds an observation to the stretches of an offer, also one that comes late. Where another one was said for that instant, the later
 * told counts.
 *
 * @param stretches in the order of their time; the result is, too, and no two of it overlap
 */
export function withObservation(stretches: readonly Stretch[], seen: Observation): Stretch[] {
  const index = stretches.findLastIndex(({ at }) => at <= seen.at)
  const [before, after] = [stretches[index], stretches[index + 1]]
  if (before && before.until >= seen.at)
    return isSame(before, seen) ? [...stretches] : stretches.toSpliced(index, 1, ...parted(before, seen))
  const reachesBack = before !== undefined && isSame(before, seen) && seen.at - before.until <= longestGap
  const reachesOn = after !== undefined && isSame(after, seen) && after.at - seen.at <= longestGap
  const joined = {
    ...seen,
    at: reachesBack ? before.at : seen.at,
    until: reachesOn ? after.until : seen.at,
  }
  return stretches.toSpliced(reachesBack ? index : index + 1, Number(reachesBack) + Number(reachesOn), joined)
}

/** What was said around one instant stays around it. */
function parted(stretch: Stretch, seen: Observation): Stretch[] {
  const first = { ...stretch, until: seen.at - 1 }
  const last = { ...stretch, at: seen.at + 1 }
  return [first, { ...seen, until: seen.at }, last].filter(({ at, until }) => at <= until)
}
