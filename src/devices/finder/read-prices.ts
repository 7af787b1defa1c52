import type { Kysely } from 'kysely'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import '../tables.ts'
import type { LowestPrice } from './lowest-prices.ts'

/** A price that nobody has seen for so long may be another by now. */
export const holdsFor = 14 * 86_400_000

const lowestIn = compileOnce<{ first: Id; last: Id; since: Instant }>()((db, blank) =>
  db
    .selectFrom('offer')
    .innerJoin('market', (join) =>
      join.onRef('market.code', '=', 'offer.market').onRef('market.currency', '=', 'offer.currency'),
    )
    .innerJoin('price', (join) =>
      join.onRef('price.offer_id', '=', 'offer.id').onRef('price.until', '=', 'offer.last_seen'),
    )
    .select(['offer.device_id as device', 'offer.market'])
    .select((select) => select.fn.min('price.amount').as('amount'))
    .where('offer.device_id', '>=', blank.first)
    .where('offer.device_id', '<=', blank.last)
    .where('offer.last_seen', '>', blank.since)
    .where('offer.condition', '=', 'new')
    .where('offer.kind', '!=', 'msrp')
    .groupBy(['offer.device_id', 'offer.market']),
)

/** The lowest price that a shop asked lately for each device, new, in each market that has a currency. */
export async function readLowestPrices(
  db: Kysely<Tables>,
  range: { first: Id; last: Id },
  now: Instant,
): Promise<LowestPrice[]> {
  const rows = await lowestIn(db, { ...range, since: now - holdsFor })
  return rows.map(({ device, market, amount }) => ({ device, market, amount: Number(amount) }))
}
