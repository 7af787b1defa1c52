import type { Kysely } from 'kysely'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Tables } from '#platform/database/tables.ts'
import { instantOfDay, readFuzzyDate } from '#platform/fuzzy-date.ts'
import { formOf } from '../form.ts'
import type { SpecificationName } from '../specifications/registry.ts'
import { resolve } from '../specifications/resolve.ts'
import { sayingsIn } from '../specifications/sayings.ts'
import type { Value } from '../specifications/value.ts'
import '../tables.ts'
import type { IndexedDevice } from './device-index.ts'
import { type FacetValue, facetValues, specificationFacets } from './facets.ts'
import { type NumberOrder, unknownRank } from './order.ts'

/** The ids of devices that are read together, both ends among them. */
export type Range = { first: Id; last: Id }

const devicesIn = compileOnce<Range & { most: number }>()((db, blank) =>
  db
    .selectFrom('device')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device.id', 'device.name', 'category', 'status', 'announced', 'released', 'device.merged_into'])
    .select(['organisation.slug as brand', 'organisation.name as brandName'])
    .where('device.id', '>=', blank.first)
    .where('device.id', '<=', blank.last)
    .orderBy('device.id')
    .limit(blank.most),
)

const saidIn = compileOnce<Range>()((db, blank) =>
  db
    .selectFrom('specification')
    .innerJoin('provenance', 'provenance.id', 'specification.provenance_id')
    .select(['device_id', 'specification.name', 'variant_id', 'number', 'words', 'as_of', 'is_pinned'])
    .select(['provenance.id as source', 'provenance.kind'])
    .where('device_id', '>=', blank.first)
    .where('device_id', '<=', blank.last)
    .where('ended_at', 'is', null)
    .where('specification.name', 'in', specificationFacets),
)

const aliasesIn = compileOnce<Range>()((db, blank) =>
  db
    .selectFrom('device_alias')
    .select(['device_id', 'form'])
    .where('device_id', '>=', blank.first)
    .where('device_id', '<=', blank.last),
)

const variantsIn = compileOnce<Range>()((db, blank) =>
  db
    .selectFrom('variant')
    .select(['device_id', 'ram_mb', 'storage_mb'])
    .where('device_id', '>=', blank.first)
    .where('device_id', '<=', blank.last),
)

/** @param devices those that are in the catalogue, and those that became another */
export interface ReadDevices {
  devices: IndexedDevice[]
  gone: Id[]
  /** The last id that was read; undefined when there is none. */
  last: Id | undefined
}

type DeviceRow = Awaited<ReturnType<typeof devicesIn>>[number]

/** Reads what the finder must know of so many devices, beginning with the first of the range. */
export async function readDevices(db: Kysely<Tables>, range: Range, most: number): Promise<ReadDevices> {
  const rows = await devicesIn(db, { ...range, most })
  const last = rows.at(-1)?.id
  if (last === undefined) return { devices: [], gone: [], last }
  const read = { first: range.first, last }
  const said = byDevice(await saidIn(db, read))
  const aliases = byDevice(await aliasesIn(db, read))
  const variants = byDevice(await variantsIn(db, read))
  const devices = rows
    .filter(({ merged_into }) => merged_into === null)
    .map((row) => {
      const values = valuesOf(said.get(row.id) ?? [])
      for (const { ram_mb: ram, storage_mb: storage } of variants.get(row.id) ?? []) {
        if (ram !== null) add(values, 'ram', [{ number: ram, raw: '' }])
        if (storage !== null) add(values, 'storage', [{ number: storage, raw: '' }])
      }
      return indexed(row, values, aliases.get(row.id)?.map(({ form }) => form) ?? [])
    })
  return { devices, gone: rows.flatMap(({ id, merged_into }) => (merged_into === null ? [] : id)), last }
}

const byDevice = <Row extends { device_id: Id | null }>(rows: readonly Row[]): Map<Id | null, Row[]> =>
  Map.groupBy(rows, ({ device_id }) => device_id)

type Values = Map<SpecificationName, Value[]>

const add = (values: Values, name: SpecificationName, more: readonly Value[]) =>
  void values.set(name, [...(values.get(name) ?? []), ...more])

type Said = Awaited<ReturnType<typeof saidIn>>[number]

/** What counts of the device, and of each of its variants: it is found by any of them. */
function valuesOf(rows: readonly Said[]): Values {
  const values: Values = new Map()
  for (const [name, all] of Map.groupBy(rows, (row) => row.name)) {
    // Mostly one source speaks, of the whole device: there is nothing to weigh.
    const [first] = all
    const isOneWord = all.every(({ variant_id, source }) => variant_id === null && source === first?.source)
    if (isOneWord) values.set(name, all.map(valueIn))
    else for (const counts of weighed(all)) add(values, name, counts)
  }
  return values
}

const valueIn = ({ number, words }: Said): Value => ({
  raw: '',
  ...(number !== null && { number }),
  ...(words !== null && { words }),
})

function weighed(rows: readonly Said[]): (readonly Value[])[] {
  const plain = { label: null, number2: null, raw: '', sourceName: '', url: '' }
  const sayings = sayingsIn(rows.map((row) => ({ ...plain, ...row })))
  const variants = new Set([undefined, ...sayings.map(({ variant }) => variant)])
  return [...variants].flatMap((variant) => [...resolve(sayings, variant).values()].map(({ values }) => values))
}

function indexed(row: DeviceRow, values: Values, aliases: readonly string[]): IndexedDevice {
  const brand = formOf(row.brandName)
  const day = readFuzzyDate(row.released ?? row.announced ?? '')?.from
  const year = day === undefined ? undefined : new Date(instantOfDay(day)).getUTCFullYear()
  const own: Record<string, FacetValue[]> = {
    brand: [{ key: row.brand, words: row.brandName }],
    category: [{ key: row.category }],
    status: [{ key: row.status }],
    year: year === undefined ? [] : [{ key: String(year) }],
  }
  const facets = [...values].map(([name, all]): [string, FacetValue[]] => [name, facetValues(name, all)])
  return {
    id: row.id,
    forms: [...new Set([formOf(row.name), ...aliases])].map((form) => `${brand} ${form}`),
    values: { ...Object.fromEntries(facets), ...own },
    ranks: ranksOf(values, day),
  }
}

function ranksOf(values: Values, day: number | undefined): Partial<Record<NumberOrder, number>> {
  const numbers = (name: SpecificationName) => values.get(name)?.flatMap(({ number }) => number ?? []) ?? []
  const known = (name: SpecificationName, rank: (numbers: readonly number[]) => number) =>
    numbers(name).length > 0 ? rank(numbers(name)) : unknownRank
  return {
    newest: day === undefined ? unknownRank : falling(day),
    battery: known('battery', mostFirst),
    weight: known('weight', (all) => Math.min(...all)),
    display: known('display_size', mostFirst),
    storage: known('storage', mostFirst),
  }
}

/** The higher, the lower its rank; days before 1970 are negative. */
const falling = (number: number): number => unknownRank - 1 - Math.max(0, number)
const mostFirst = (numbers: readonly number[]): number => falling(Math.max(...numbers))
