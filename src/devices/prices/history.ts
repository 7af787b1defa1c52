import type { Kysely } from 'kysely'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { MarketCode } from '../tables.ts'

/** The lowest price that was asked for a new device in a market on one day. */
export interface DayPrice {
  /** The first instant of the day, in UTC. */
  at: Instant
  amount: number
}

const stretchesSince = compileOnce<{ device: Id; market: MarketCode; currency: string; since: Instant }>()(
  (db, blank) =>
    db
      .selectFrom('offer')
      .innerJoin('price', 'price.offer_id', 'offer.id')
      .select(['price.at', 'price.until', 'price.amount'])
      .where('offer.device_id', '=', blank.device)
      .where('offer.market', '=', blank.market)
      .where('offer.currency', '=', blank.currency)
      .where('offer.condition', '=', 'new')
      .where('offer.kind', '!=', 'msrp')
      .where('price.until', '>=', blank.since)
      .where((row) => row.or([row('price.stock', 'is', null), row('price.stock', '!=', 'out')])),
)

export interface WantedHistory {
  device: Id
  market: MarketCode
  currency: string
  since: Instant
}

/**
 * What the cheapest shop asked each day; a day on which nobody looked is not there. Recommended prices, used ones and what was
 * sold out do not count.
 */
export const priceHistory = ({ reports }: Pick<Gawai, 'reports'>, wanted: WantedHistory): Promise<DayPrice[]> =>
  dayPrices(reports, wanted)

/** The same out of a unit. */
export async function dayPrices(db: Kysely<Tables>, wanted: WantedHistory): Promise<DayPrice[]> {
  const lowest = new Map<number, number>()
  for (const { at, until, amount } of await stretchesSince(db, wanted)) {
    const last = dayOfInstant(until)
    for (let day = dayOfInstant(Math.max(at, wanted.since)); day <= last; day += 1)
      lowest.set(day, Math.min(lowest.get(day) ?? Infinity, amount))
  }
  return [...lowest]
    .toSorted(([one], [other]) => one - other)
    .map(([day, amount]) => ({ at: instantOfDay(day), amount }))
}

/** The lowest of the days since then, the earliest of equals. */
export const lowestSince = (history: readonly DayPrice[], since: Instant): DayPrice | undefined =>
  history
    .filter(({ at }) => at >= since)
    .reduce<DayPrice | undefined>((best, one) => (best && best.amount <= one.amount ? best : one), undefined)
