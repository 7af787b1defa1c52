import type { Kysely } from 'kysely'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type SpecificationName, specificationNames, specificationOf } from '../specifications/registry.ts'
import { type Resolved, resolve } from '../specifications/resolve.ts'
import { sayingsIn } from '../specifications/sayings.ts'
import { longestGap } from '../prices/stretch.ts'
import '../tables.ts'
import type { Category, DeviceStatus, MarketCode } from '../tables.ts'

/** A device as a list shows it. */
export interface DeviceLine {
  id: Id
  slug: string
  name: string
  brand: { name: string; slug: string }
  category: Category
  status: DeviceStatus
  /** EDTF. */
  released?: string
  announced?: string
  specifications: ReadonlyMap<SpecificationName, Resolved>
  /** The lowest that a shop asks, in the smallest unit of the currency. */
  price?: { amount: number; currency: string; market: MarketCode; seenAt: Instant }
}

const keyNames = specificationNames.filter((name) => specificationOf(name).isKey)

/**
 * Devices in the order of their ids here; those that are not in the catalogue are left out.
 *
 * @param market whose lowest price is shown
 */
export async function deviceLines(
  { db, clock }: Pick<Gawai, 'db' | 'clock'>,
  ids: readonly Id[],
  { market, names = keyNames }: { market?: MarketCode | undefined; names?: readonly SpecificationName[] } = {},
): Promise<DeviceLine[]> {
  if (ids.length === 0) return []
  const said = Map.groupBy(await saidOf(db, ids, names), ({ device_id }) => device_id)
  const prices = market === undefined ? new Map() : await lowestOf(db, ids, market, clock.now() - longestGap)
  const lines = (await rowsOf(db, ids)).map((row): DeviceLine => {
    const price = prices.get(row.id)
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      brand: { name: row.brandName, slug: row.brandSlug },
      category: row.category,
      status: row.status,
      ...(row.released !== null && { released: row.released }),
      ...(row.announced !== null && { announced: row.announced }),
      specifications: resolve(sayingsIn(said.get(row.id) ?? [])),
      ...(price && { price }),
    }
  })
  const places = new Map(ids.map((id, place) => [id, place]))
  return lines.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
}

const rowsOf = (db: Kysely<Tables>, ids: readonly Id[]) =>
  db
    .selectFrom('device')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device.id', 'device.slug', 'device.name', 'category', 'status', 'released', 'announced'])
    .select(['organisation.name as brandName', 'organisation.slug as brandSlug'])
    .where('device.id', 'in', ids)
    .where('device.merged_into', 'is', null)
    .execute()

const saidOf = (db: Kysely<Tables>, ids: readonly Id[], names: readonly SpecificationName[]) =>
  db
    .selectFrom('specification')
    .innerJoin('provenance', 'provenance.id', 'specification.provenance_id')
    .select(['device_id', 'specification.name', 'variant_id', 'label', 'number', 'number2', 'words', 'raw', 'as_of'])
    .select(['is_pinned', 'provenance.id as source', 'provenance.kind', 'provenance.name as sourceName'])
    .select('provenance.url')
    .where('device_id', 'in', ids)
    .where('ended_at', 'is', null)
    .where('specification.name', 'in', names)
    .orderBy('specification.id')
    .execute()

/** What the cheapest shop asks for each device, in the market's currency, where somebody has looked of late. */
async function lowestOf(db: Kysely<Tables>, ids: readonly Id[], market: MarketCode, since: Instant) {
  const rows = await db
    .selectFrom('lowest_price')
    .innerJoin('market', (join) =>
      join.onRef('market.code', '=', 'lowest_price.market').onRef('market.currency', '=', 'lowest_price.currency'),
    )
    .select(['device_id', 'amount', 'lowest_price.currency', 'lowest_price.market', 'seen_at as seenAt'])
    .where('device_id', 'in', ids)
    .where('lowest_price.market', '=', market)
    .where('seen_at', '>=', since)
    .execute()
  return new Map(rows.map(({ device_id: device, ...price }) => [device, price]))
}
