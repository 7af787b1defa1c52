import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { MarketCode } from '../tables.ts'
import { longestGap } from './stretch.ts'

/** A device that costs less than in the month before. */
export interface PriceDrop {
  device: Id
  slug: string
  brand: string
  name: string
  currency: string
  amount: number
  before: number
  /** By how many thousandths of `before`. */
  fall: number
  since: Instant
  seenAt: Instant
}

/** Less than five in a hundred is no news. */
const leastFall = 50

const fallen = compileOnce<{ market: MarketCode; since: Instant; limit: number }>()((db, blank) =>
  db
    .selectFrom('lowest_price')
    .innerJoin('device', 'device.id', 'lowest_price.device_id')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device.id as device', 'device.slug', 'organisation.name as brand', 'device.name'])
    .select(['currency', 'amount', 'before', 'fall', 'since_at as since', 'seen_at as seenAt'])
    .where('market', '=', blank.market)
    .where('since_at', '>=', blank.since)
    .where('seen_at', '>=', blank.since)
    .where('fall', '>=', leastFall)
    .where('device.merged_into', 'is', null)
    .orderBy('fall', 'desc')
    .orderBy('device.id')
    .limit(blank.limit),
)

/** What has become cheaper in a market in the last 14 days, the most first. @param now in milliseconds */
export async function priceDrops(
  { reports }: Pick<Gawai, 'reports'>,
  { market, now, limit }: { market: MarketCode; now: Instant; limit: number },
): Promise<PriceDrop[]> {
  const rows = await fallen(reports, { market, since: now - longestGap, limit })
  return rows.map(({ before, ...row }) => ({ ...row, before: before ?? row.amount }))
}
