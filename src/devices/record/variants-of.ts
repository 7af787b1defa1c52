import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'
import type { AliasKind, MarketCode } from '../tables.ts'

/** A device as it is sold in one market, colour or size of memory. */
export interface Variant {
  id: Id
  name: string
  market: MarketCode
  carrier?: string
  /** In MB. */
  ram?: number
  storage?: number
  storageType?: string
  colour?: string
  sim?: string
  gtin?: string
}

const variants = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('variant')
    .leftJoin('organisation as carrier', 'carrier.id', 'variant.carrier_id')
    .leftJoin('market', 'market.code', 'variant.market')
    .select(['variant.id', 'variant.name', 'variant.market', 'ram_mb', 'storage_mb', 'storage_type', 'colour', 'sim'])
    .select(['gtin', 'carrier.name as carrier'])
    .where('device_id', '=', blank.device)
    .orderBy('market.position', (order) => order.asc().nullsLast())
    .orderBy('variant.id'),
)

export const variantsOf = async ({ db }: Pick<Gawai, 'db'>, device: Id): Promise<Variant[]> =>
  (await variants(db, { device })).map((row) => ({
    id: row.id,
    name: row.name,
    market: row.market,
    ...(row.carrier !== null && { carrier: row.carrier }),
    ...(row.ram_mb !== null && { ram: row.ram_mb }),
    ...(row.storage_mb !== null && { storage: row.storage_mb }),
    ...(row.storage_type !== null && { storageType: row.storage_type }),
    ...(row.colour !== null && { colour: row.colour }),
    ...(row.sim !== null && { sim: row.sim }),
    ...(row.gtin !== null && { gtin: row.gtin }),
  }))

/** A code on a box, who says so, and where it is sold so. */
export interface CodeOnBox {
  code: string
  market: MarketCode
  variant?: Id
  provenance: Id
  saidAt?: Instant
}

const codes = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('model_code')
    .leftJoin('market', 'market.code', 'model_code.market')
    .select(['model_code.code', 'model_code.market', 'variant_id', 'provenance_id', 'said_at'])
    .where('device_id', '=', blank.device)
    .orderBy('market.position', (order) => order.asc().nullsLast())
    .orderBy('form'),
)

export const codesOf = async ({ db }: Pick<Gawai, 'db'>, device: Id): Promise<CodeOnBox[]> =>
  (await codes(db, { device })).map(({ code, market, variant_id, provenance_id, said_at }) => ({
    code,
    market,
    provenance: provenance_id,
    ...(said_at !== null && { saidAt: said_at }),
    ...(variant_id !== null && { variant: variant_id }),
  }))

/** By what else a device is called, and where. */
export interface OtherName {
  kind: AliasKind
  words: string
  market: MarketCode
}

const names = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('device_alias')
    .select(['kind', 'words', 'market'])
    .where('device_id', '=', blank.device)
    // Nobody is called by a typing error.
    .where('kind', '!=', 'typo')
    .orderBy('id'),
)

export const namesOf = async ({ db }: Pick<Gawai, 'db'>, device: Id): Promise<OtherName[]> => names(db, { device })
