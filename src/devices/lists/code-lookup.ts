import { compileOnce } from '#platform/database/compile-once.ts'
import type { Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { codeForm } from '../form.ts'
import '../tables.ts'
import type { DeviceStatus, MarketCode } from '../tables.ts'
import type { NamedProvenance } from '../record/provenances-of.ts'

/** One device that carries a code, in one market. */
export interface Carrying {
  slug: string
  /** With the brand's. */
  name: string
  status: DeviceStatus
  released?: string
  code: string
  market: MarketCode
  variant?: string
  provenance: NamedProvenance
  saidAt?: Instant
}

const byForm = compileOnce<{ form: string }>()((db, blank) =>
  db
    .selectFrom('model_code')
    .innerJoin('device', 'device.id', 'model_code.device_id')
    .innerJoin('organisation as brand', 'brand.id', 'device.brand_id')
    .innerJoin('provenance', 'provenance.id', 'model_code.provenance_id')
    .leftJoin('variant', 'variant.id', 'model_code.variant_id')
    .leftJoin('market', 'market.code', 'model_code.market')
    .select(['device.slug', 'device.name', 'brand.name as brand', 'device.status', 'device.released', 'said_at'])
    .select(['model_code.code', 'model_code.market', 'variant.name as variant'])
    .select([
      'provenance.id as provenance',
      'provenance.kind',
      'provenance.name as source',
      'provenance.url',
      'licence',
    ])
    .where('model_code.form', '=', blank.form)
    .where('device.merged_into', 'is', null)
    .orderBy('market.position', (order) => order.asc().nullsLast())
    .orderBy('model_code.market')
    .orderBy('device.slug'),
)

/**
 * Every device that carries a code, in the order of the markets; what is sold so everywhere comes last. One code may stand
 * for several devices: nobody chooses among them.
 */
export async function devicesOfCode({ db }: Pick<Gawai, 'db'>, code: string): Promise<Carrying[]> {
  return (await byForm(db, { form: codeForm(code) })).map((row) => ({
    slug: row.slug,
    name: `${row.brand} ${row.name}`,
    status: row.status,
    ...(row.released !== null && { released: row.released }),
    code: row.code,
    market: row.market,
    ...(row.variant !== null && { variant: row.variant }),
    provenance: {
      id: row.provenance,
      kind: row.kind,
      name: row.source,
      url: row.url,
      ...(row.licence !== null && { licence: row.licence }),
    },
    ...(row.said_at !== null && { saidAt: row.said_at }),
  }))
}
