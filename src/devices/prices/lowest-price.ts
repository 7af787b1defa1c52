import type { Kysely } from 'kysely'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { MarketCode } from '../tables.ts'
import { comparedWith, fallOf } from './fall.ts'
import { dayPrices } from './history.ts'
import { longestGap } from './stretch.ts'

/** Where something is sold, by which money. */
// oxlint-disable-next-line typescript/consistent-type-definitions -- an interface is no record of blanks
export type Sold = {
  device: Id
  market: MarketCode
  currency: string
}

const asked = compileOnce<Sold & { since: Instant }>()((db, blank) =>
  db
    .selectFrom('offer')
    .innerJoin('price', (join) =>
      join.onRef('price.offer_id', '=', 'offer.id').onRef('price.until', '=', 'offer.last_seen'),
    )
    .select((row) => [row.fn.min('price.amount').as('amount'), row.fn.max('offer.last_seen').as('seen')])
    .where('offer.device_id', '=', blank.device)
    .where('offer.market', '=', blank.market)
    .where('offer.currency', '=', blank.currency)
    .where('offer.last_seen', '>=', blank.since)
    .where('offer.condition', '=', 'new')
    .where('offer.kind', '!=', 'msrp')
    .where((row) => row.or([row('price.stock', 'is', null), row('price.stock', '!=', 'out')])),
)

/** What the cheapest shop asks for a new one that it has; undefined when nobody has looked of late. */
export async function lowestNow(
  db: Kysely<Tables>,
  sold: Sold,
  now: Instant,
): Promise<{ amount: number; seen: Instant } | undefined> {
  const [row] = await asked(db, { ...sold, since: now - longestGap })
  // Sums of no rows are null, and PostgreSQL counts in text.
  return row?.amount === undefined || (row.amount as number | null) === null // oxlint-disable-line typescript/no-unnecessary-condition -- Kysely types the least of nothing as a number
    ? undefined
    : { amount: Number(row.amount), seen: Number(row.seen) }
}

/** Keeps beside the prices what lists show of them. Whatever cannot be bought any more leaves the lists. */
export async function keepLowestPrice(unit: Unit, sold: Sold): Promise<void> {
  const { tx, now } = unit
  const key = { device_id: sold.device, market: sold.market, currency: sold.currency }
  const lowest = await lowestNow(tx, sold, now)
  if (!lowest) {
    await tx
      .deleteFrom('lowest_price')
      .where((row) => row.and(key))
      .execute()
    return
  }
  const history = await dayPrices(tx, { ...sold, since: now - 2 * comparedWith })
  const { since, before, fall } = fallOf(history, lowest.amount, now)
  const row = { amount: lowest.amount, seen_at: lowest.seen, since_at: since, before: before ?? null, fall }
  await tx
    .insertInto('lowest_price')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['device_id', 'market', 'currency']).doUpdateSet(row))
    .execute()
}
