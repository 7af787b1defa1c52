import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'
import type { Condition, MarketCode, PriceKind, ProvenanceKind, Stock, Warranty } from '../tables.ts'
import { isWebAddress } from './shop.ts'
import { longestGap } from './stretch.ts'

/** What a shop asks, as it was seen last. */
export interface Price {
  offer: Id
  variant?: Id
  shop: { id: Id; name: string; slug: string; warranty: Warranty; isAffiliate: boolean }
  market: MarketCode
  currency: string
  kind: PriceKind
  condition: Condition
  /** Where it is sold, with the newsroom's own mark where it earns by it. */
  url?: string
  amount: number
  stock?: Stock
  /** When it was seen last. */
  seenAt: Instant
  /** Nobody has looked for so long that it may be another by now. */
  isOld: boolean
  provenance: { kind: ProvenanceKind; name: string; url: string }
}

const newest = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('offer')
    .innerJoin('organisation', 'organisation.id', 'offer.shop_id')
    .leftJoin('shop', 'shop.organisation_id', 'offer.shop_id')
    .innerJoin('price', (join) =>
      join.onRef('price.offer_id', '=', 'offer.id').onRef('price.until', '=', 'offer.last_seen'),
    )
    .innerJoin('provenance', 'provenance.id', 'price.provenance_id')
    .select([
      'offer.id as offer',
      'offer.variant_id',
      'offer.market',
      'offer.currency',
      'offer.kind',
      'offer.condition',
    ])
    .select(['offer.url', 'organisation.id as shop', 'organisation.name', 'organisation.slug'])
    .select(['shop.warranty', 'shop.is_affiliate', 'shop.link_template'])
    .select(['price.amount', 'price.stock', 'price.until', 'provenance.name as source', 'provenance.url as sourceUrl'])
    .select('provenance.kind as sourceKind')
    .where('offer.device_id', '=', blank.device),
)

type Row = Awaited<ReturnType<typeof newest>>[number]

/** What shops ask for a device now, of each offer the newest, the lowest first within a market. @param now in milliseconds */
export async function pricesOfDevice({ db }: Pick<Gawai, 'db'>, device: Id, now: Instant): Promise<Price[]> {
  const prices = (await newest(db, { device })).map((row) => priceOf(row, now))
  return prices.toSorted(
    (one, other) =>
      one.market.localeCompare(other.market) || Number(one.isOld) - Number(other.isOld) || one.amount - other.amount,
  )
}

function priceOf(row: Row, now: Instant): Price {
  const { offer, market, currency, kind, condition, amount } = row
  const url = linkOf(row)
  return {
    offer,
    market,
    currency,
    kind,
    condition,
    amount,
    shop: {
      id: row.shop,
      name: row.name,
      slug: row.slug,
      warranty: row.warranty ?? 'unknown',
      isAffiliate: row.is_affiliate === 1,
    },
    ...(row.variant_id !== null && { variant: row.variant_id }),
    ...(url !== undefined && { url }),
    ...(row.stock !== null && { stock: row.stock }),
    seenAt: row.until,
    isOld: now - row.until > longestGap,
    provenance: { kind: row.sourceKind, name: row.source, url: row.sourceUrl },
  }
}

/** A feed may say anything, also what no reader may be led to. */
const linkOf = ({ url, link_template: template }: Row): string | undefined =>
  url === null || !isWebAddress(url) ? undefined : (template?.replaceAll('{url}', encodeURIComponent(url)) ?? url)
