import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { devicesSubject } from '../subjects.ts'
import '../tables.ts'
import type { MarketCode } from '../tables.ts'
import type { CarrierBand } from './verdict.ts'

/** A carrier of a market, on what it sends there, and who says so. */
export interface Carrier {
  id: Id
  name: string
  slug: string
  bands: readonly CarrierBand[]
  sources: readonly { name: string; url: string }[]
}

export interface NewCarrierBands {
  carrier: Id
  market: MarketCode
  bands: readonly CarrierBand[]
  provenance: Id
}

/** Says on which bands a carrier sends in a market: these, and no others. */
export async function keepCarrierBands(unit: Unit, { carrier, market, bands, provenance }: NewCarrierBands) {
  await unit.tx.deleteFrom('carrier_band').where('carrier_id', '=', carrier).where('market', '=', market).execute()
  const rows = bands.map(({ radio, band, isCore }) => ({
    carrier_id: carrier,
    market,
    radio,
    band,
    is_core: isCore ? (1 as const) : (0 as const),
    provenance_id: provenance,
  }))
  if (rows.length > 0) await unit.tx.insertInto('carrier_band').values(rows).execute()
  unit.drop(devicesSubject)
}

const inMarket = compileOnce<{ market: MarketCode }>()((db, blank) =>
  db
    .selectFrom('carrier_band')
    .innerJoin('organisation', 'organisation.id', 'carrier_band.carrier_id')
    .innerJoin('provenance', 'provenance.id', 'carrier_band.provenance_id')
    .select(['carrier_id', 'organisation.name', 'organisation.slug', 'radio', 'band', 'is_core'])
    .select(['provenance.id as source', 'provenance.name as sourceName', 'provenance.url'])
    .where('market', '=', blank.market)
    .orderBy('organisation.name')
    .orderBy('carrier_id')
    .orderBy('band'),
)

/** The carriers of a market of which it is known on what they send, by name. */
export async function carriersOf({ db }: Pick<Gawai, 'db'>, market: MarketCode): Promise<Carrier[]> {
  const rows = await inMarket(db, { market })
  return [...Map.groupBy(rows, ({ carrier_id }) => carrier_id).values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const sources = new Map(all.map(({ source, sourceName: name, url }) => [source, { name, url }]))
    return {
      id: first.carrier_id,
      name: first.name,
      slug: first.slug,
      bands: all.map(({ radio, band, is_core }) => ({ radio, band, isCore: is_core === 1 })),
      sources: [...sources.values()],
    }
  })
}
