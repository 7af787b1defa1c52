import type { Instant } from '#platform/database/tables.ts'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import type { DayPrice } from './history.ts'

/** Since when something costs no more than now, and what it cost before. */
export interface Fall {
  /** The first instant of the day. */
  since: Instant
  /** The lowest of the thirty days before; undefined when nobody looked then. */
  before?: number
  /** By how many thousandths of that it fell; 0 when it did not. */
  fall: number
}

/** Against which a price is said to have fallen (Directive 98/6/EC, article 6a): thirty days, in milliseconds. */
export const comparedWith = 30 * 86_400_000

/**
 * By how much a price has fallen: against the lowest of the thirty days before it came to this, so that nobody raises a price to
 * lower it again.
 *
 * @param history lowest prices of days, in their order
 */
export function fallOf(history: readonly DayPrice[], amount: number, now: Instant): Fall {
  const today = instantOfDay(dayOfInstant(now))
  const past = history.filter(({ at }) => at < today)
  const rest = past.slice(0, past.findLastIndex((day) => day.amount > amount) + 1)
  const since = past[rest.length]?.at ?? today
  const compared = rest.filter(({ at }) => at >= since - comparedWith).map((day) => day.amount)
  if (compared.length === 0) return { since, fall: 0 }
  const before = compared.reduce((one, other) => Math.min(one, other))
  return { since, before, fall: Math.max(0, Math.round(((before - amount) / before) * 1000)) }
}
