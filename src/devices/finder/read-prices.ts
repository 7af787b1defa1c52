import type { Kysely } from 'kysely'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import { longestGap } from '../prices/stretch.ts'
import '../tables.ts'
import type { LowestPrice } from './lowest-prices.ts'

const lowestIn = compileOnce<{ first: Id; last: Id; since: Instant }>()((db, blank) =>
  db
    .selectFrom('lowest_price')
    .innerJoin('market', (join) =>
      join.onRef('market.code', '=', 'lowest_price.market').onRef('market.currency', '=', 'lowest_price.currency'),
    )
    .select(['device_id as device', 'market', 'amount'])
    .where('device_id', '>=', blank.first)
    .where('device_id', '<=', blank.last)
    .where('seen_at', '>=', blank.since),
)

/** What the cheapest shop asks for each device in each market, in the market's currency, where somebody has looked of late. */
export const readLowestPrices = (
  db: Kysely<Tables>,
  range: { first: Id; last: Id },
  now: Instant,
): Promise<LowestPrice[]> => lowestIn(db, { ...range, since: now - longestGap })
