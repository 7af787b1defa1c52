import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Carrier, carriersOf } from '../bands/carrier-bands.ts'
import { deviceBands } from '../bands/check-bands.ts'
import { type BandVerdict, verdictOf } from '../bands/verdict.ts'
import { type DeviceLine, deviceLines } from '../finder/lines.ts'
import { type SpecificationName, specificationNames } from '../specifications/registry.ts'
import type { Resolved, Saying } from '../specifications/resolve.ts'
import type { MarketCode, ProvenanceKind } from '../tables.ts'
import { better, isSameForAll } from './better.ts'

/** Who said something that is compared, on one day. Values name it by its place in the list, from 1. */
export interface ComparedSource {
  kind: ProvenanceKind
  name: string
  url: string
  licence: string | null
  asOf: Instant
}

export interface ComparedRow {
  name: SpecificationName
  /** Of each device what counts; undefined where nobody says anything. */
  cells: readonly (Resolved | undefined)[]
  /** Places of those that are better than the others. */
  better: ReadonlySet<number>
  isSame: boolean
}

export interface Comparison {
  devices: readonly DeviceLine[]
  /** In the order of the registry; what none of them has is not there. */
  rows: readonly ComparedRow[]
  /** How each device works with each carrier of a market. */
  carriers: readonly { market: MarketCode; carrier: Carrier; verdicts: readonly BandVerdict[] }[]
  sources: readonly ComparedSource[]
  /** The number of a saying's source. */
  sourceOf(saying: Saying): number
}

const day = 86_400_000

/** In which markets prices are compared, and carriers. */
export interface ComparedMarkets {
  priced?: MarketCode | undefined
  carriers?: MarketCode | undefined
}

/** Devices beside each other, in the order of their ids. */
export async function compareDevices(
  gawai: Pick<Gawai, 'db' | 'clock'>,
  ids: readonly Id[],
  { priced, carriers }: ComparedMarkets = {},
): Promise<Comparison> {
  const devices = await deviceLines(gawai, ids, { market: priced, names: specificationNames })
  const rows = specificationNames
    .map((name) => ({ name, cells: devices.map(({ specifications }) => specifications.get(name)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined))
    .map(({ name, cells }) => ({ name, cells, better: better(name, cells), isSame: isSameForAll(cells) }))
  const said = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell, ...cell.others] : [])))
  const firsts = new Map<string, Saying>()
  for (const saying of said) if (!firsts.has(sourceKey(saying))) firsts.set(sourceKey(saying), saying)
  const keys = [...firsts.keys()]
  const licences = await licencesOf(gawai, [...new Set(said.map(({ provenance }) => provenance.id))])
  return {
    devices,
    rows,
    carriers: carriers === undefined ? [] : await verdictsIn(gawai, devices, carriers),
    sources: [...firsts.values()].map(({ provenance: { id, kind, name, url }, asOf }) => {
      return { kind, name, url, licence: licences.get(id) ?? null, asOf }
    }),
    sourceOf: (saying) => keys.indexOf(sourceKey(saying)) + 1,
  }
}

async function verdictsIn(gawai: Pick<Gawai, 'db'>, devices: readonly DeviceLine[], market: MarketCode) {
  const received = devices.map(({ specifications }) => deviceBands(specifications))
  return (await carriersOf(gawai, market)).map((carrier) => ({
    market,
    carrier,
    verdicts: received.map((bands) => verdictOf(carrier.bands, bands)),
  }))
}

const sourceKey = ({ provenance, asOf }: Saying): string => `${provenance.id} ${Math.floor(asOf / day)}`

async function licencesOf({ db }: Pick<Gawai, 'db'>, ids: readonly Id[]): Promise<Map<Id, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('provenance').select(['id', 'licence']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, licence }) => [id, licence]))
}
