import type { Kysely } from 'kysely'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Tables } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'
import { settle, type Settled, type Stated } from './stated.ts'

const ofDevice = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('availability')
    .innerJoin('provenance', 'provenance.id', 'availability.provenance_id')
    .leftJoin('organisation', 'organisation.id', 'availability.carrier_id')
    .select(['variant_id', 'market', 'carrier_id', 'organisation.name as carrier', 'status', 'at', 'from_day'])
    .select(['availability.article_id', 'said_at', 'provenance.id as source', 'provenance.kind'])
    .select(['provenance.name as sourceName', 'provenance.url'])
    .where('device_id', '=', blank.device)
    .where('ended_at', 'is', null)
    .orderBy('availability.id'),
)

/** Everything that is said now of where a device can be bought. */
export async function statedOf(db: Kysely<Tables>, device: Id): Promise<Stated[]> {
  const rows = await ofDevice(db, { device })
  return rows.map((row) => ({
    market: row.market,
    status: row.status,
    saidAt: row.said_at,
    provenance: { id: row.source, kind: row.kind, name: row.sourceName, url: row.url },
    ...(row.variant_id !== null && { variant: row.variant_id }),
    ...(row.carrier_id !== null && { carrier: { id: row.carrier_id, name: row.carrier ?? '' } }),
    ...(row.at !== null && { at: row.at }),
    ...(row.from_day !== null && { fromDay: row.from_day }),
    ...(row.article_id !== null && { article: row.article_id }),
  }))
}

const inOrder = compileOnce<Record<never, never>>()((db) =>
  db.selectFrom('market').select('code').orderBy('position').orderBy('code'),
)

/** One market with what holds without a carrier and with each: a row of the matrix. */
export interface MarketAvailability {
  market: string
  /** What holds without a carrier, or with whichever. */
  open?: Settled
  carriers: (Settled & { carrier: NonNullable<Settled['carrier']> })[]
}

/** Where a device can be bought and used: markets in the newsroom's order, carriers by name. */
export async function availabilityOfDevice(
  { db }: Pick<Gawai, 'db'>,
  device: Id,
  variant?: Id,
): Promise<MarketAvailability[]> {
  const cells = settle(await statedOf(db, device), variant)
  if (cells.length === 0) return []
  const order = (await inOrder(db, {})).map(({ code }) => code)
  const place = (market: string) => (order.includes(market) ? order.indexOf(market) : order.length)
  return [...Map.groupBy(cells, ({ market }) => market)]
    .toSorted(([one], [other]) => place(one) - place(other) || one.localeCompare(other))
    .map(([market, all]) => rowOf(market, all))
}

function rowOf(market: string, all: readonly Settled[]): MarketAvailability {
  const open = all.find(({ carrier }) => carrier === undefined)
  const carriers = all.flatMap((one) => (one.carrier ? [{ ...one, carrier: one.carrier }] : []))
  return {
    market,
    ...(open && { open }),
    carriers: carriers.toSorted((one, other) => one.carrier.name.localeCompare(other.carrier.name)),
  }
}
