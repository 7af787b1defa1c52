import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'
import type { AvailabilityStatus, MarketCode } from '../tables.ts'

/** What is known of one market and one carrier. */
export interface ShownAvailability {
  variant?: Id
  market: MarketCode
  carrier?: { id: Id; name: string }
  status: AvailabilityStatus
  /** EDTF. */
  at?: string
  provenance: Id
  saidAt: Instant
}

const current = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('availability')
    .leftJoin('organisation as carrier', 'carrier.id', 'availability.carrier_id')
    .leftJoin('market', 'market.code', 'availability.market')
    .select(['variant_id', 'availability.market', 'carrier_id', 'carrier.name as carrier', 'status', 'at'])
    .select(['provenance_id', 'said_at'])
    .where('device_id', '=', blank.device)
    .where('ended_at', 'is', null)
    .orderBy('market.position', (order) => order.asc().nullsLast())
    .orderBy('availability.market')
    .orderBy('said_at', 'desc')
    .orderBy('availability.id', 'desc'),
)

/** Where it can be bought and used now, by whoever says so, the newest word first within a market. */
export const availabilityOf = async ({ db }: Pick<Gawai, 'db'>, device: Id): Promise<ShownAvailability[]> =>
  (await current(db, { device })).map((row) => ({
    market: row.market,
    status: row.status,
    provenance: row.provenance_id,
    saidAt: row.said_at,
    ...(row.variant_id !== null && { variant: row.variant_id }),
    ...(row.carrier_id !== null && row.carrier !== null && { carrier: { id: row.carrier_id, name: row.carrier } }),
    ...(row.at !== null && { at: row.at }),
  }))
