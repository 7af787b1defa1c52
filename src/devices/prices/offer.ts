import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import '../tables.ts'
import type { Condition, MarketCode, PriceKind } from '../tables.ts'

/** A shop sells a device, or one variant of it. */
export interface WantedOffer {
  device: Id
  variant?: Id | undefined
  /** An organisation. */
  shop: Id
  market: MarketCode
  /** ISO 4217. */
  currency: string
  kind?: PriceKind
  condition?: Condition
  /** By what the shop calls it. */
  outsideId?: string | undefined
  url?: string | undefined
}

const like = compileOnce<{
  device: Id
  shop: Id
  market: MarketCode
  currency: string
  kind: PriceKind
  condition: Condition
  outside: string
}>()((db, blank) =>
  db
    .selectFrom('offer')
    .select(['id', 'variant_id', 'url', 'first_seen', 'last_seen'])
    .where('device_id', '=', blank.device)
    .where('shop_id', '=', blank.shop)
    .where('market', '=', blank.market)
    .where('currency', '=', blank.currency)
    .where('kind', '=', blank.kind)
    .where('condition', '=', blank.condition)
    .where('outside_id', '=', blank.outside),
)

/** Finds the offer, or adds it, and says when it was seen. */
export async function keepOffer(
  unit: Unit,
  { device, variant, shop, market, currency, kind = 'street', condition = 'new', outsideId = '', url }: WantedOffer,
  { first, last }: { first: Instant; last: Instant },
): Promise<Id> {
  const rows = await like(unit.tx, { device, shop, market, currency, kind, condition, outside: outsideId })
  const known = rows.find(({ variant_id }) => variant_id === (variant ?? null))
  if (!known) {
    const row = { device_id: device, variant_id: variant ?? null, shop_id: shop, market, currency, kind, condition }
    const id = unit.newId()
    await unit.tx
      .insertInto('offer')
      .values({ id, ...row, outside_id: outsideId, url: url ?? null, first_seen: first, last_seen: last })
      .execute()
    return id
  }
  const seen = {
    url: url ?? known.url,
    first_seen: Math.min(known.first_seen, first),
    last_seen: Math.max(known.last_seen, last),
  }
  if (seen.url !== known.url || seen.first_seen !== known.first_seen || seen.last_seen !== known.last_seen)
    await unit.tx.updateTable('offer').set(seen).where('id', '=', known.id).execute()
  return known.id
}
