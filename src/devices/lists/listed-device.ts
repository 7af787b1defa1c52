import type { Kysely } from 'kysely'
import type { Id, Tables } from '#platform/database/tables.ts'
import { specificationNames, specificationOf } from '../specifications/registry.ts'
import { type Resolved, resolve } from '../specifications/resolve.ts'
import { valueOf } from '../specifications/say.ts'
import type { NamedProvenance } from '../record/provenances-of.ts'
import type { Category, DeviceStatus } from '../tables.ts'

/** A device as a list shows it. */
export interface ListedDevice {
  id: Id
  slug: string
  /** With the brand's. */
  name: string
  category: Category
  status: DeviceStatus
  /** EDTF. */
  announced?: string
  released?: string
  /** The few that stand at the top of its page, as they count, in the order of the registry. */
  key: Resolved[]
  /** Who says these. */
  sources: NamedProvenance[]
}

/** What readers can see, each with its brand. */
export const standing = (db: Kysely<Tables>) =>
  db
    .selectFrom('device')
    .innerJoin('organisation as brand', 'brand.id', 'device.brand_id')
    .where('device.merged_into', 'is', null)

export const listedColumns = [
  'device.id',
  'device.slug',
  'device.name',
  'brand.name as brand',
  'category',
  'status',
  'announced',
  'released',
] as const

interface Row {
  id: Id
  slug: string
  name: string
  brand: string
  category: Category
  status: DeviceStatus
  announced: string | null
  released: string | null
}

export async function listedOf(db: Kysely<Tables>, rows: readonly Row[]): Promise<ListedDevice[]> {
  const keys = await keysOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ brand, announced, released, ...row }) => ({
    ...row,
    name: `${brand} ${row.name}`,
    ...(announced !== null && { announced }),
    ...(released !== null && { released }),
    ...(keys.get(row.id) ?? { key: [], sources: [] }),
  }))
}

type Keys = Pick<ListedDevice, 'key' | 'sources'>

const keyNames = specificationNames.filter((name) => specificationOf(name).isKey)

async function keysOf(db: Kysely<Tables>, devices: readonly Id[]): Promise<Map<Id, Keys>> {
  if (devices.length === 0) return new Map()
  const rows = await db
    .selectFrom('specification')
    .innerJoin('provenance', 'provenance.id', 'specification.provenance_id')
    .select(['device_id', 'specification.name', 'label', 'number', 'number2', 'words', 'raw', 'as_of', 'is_pinned'])
    .select([
      'provenance.id as source',
      'provenance.kind',
      'provenance.name as source_name',
      'provenance.url',
      'licence',
    ])
    .where('device_id', 'in', devices)
    .where('ended_at', 'is', null)
    .where('variant_id', 'is', null)
    .where('specification.name', 'in', keyNames)
    .orderBy('specification.id')
    .execute()
  const byDevice = Map.groupBy(rows, ({ device_id }) => device_id)
  return new Map([...byDevice].map(([device, said]) => [device, resolvedKeys(said)]))
}

type Said = Parameters<typeof valueOf>[0] &
  Pick<Resolved, 'name'> & {
    as_of: number
    is_pinned: 0 | 1
    source: Id
    kind: Resolved['provenance']['kind']
    source_name: string
    url: string
    licence: string | null
  }

function resolvedKeys(rows: readonly Said[]): Keys {
  const sayings = Map.groupBy(rows, ({ name, source }) => `${name} ${source}`)
  const counted = resolve(
    [...sayings.values()].flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : {
            name: first.name,
            values: [first, ...rest].map(valueOf),
            provenance: { id: first.source, kind: first.kind, name: first.source_name, url: first.url },
            asOf: first.as_of,
            isPinned: first.is_pinned === 1,
          },
    ),
  )
  const key = keyNames.flatMap((name) => counted.get(name) ?? [])
  const licences = new Map(rows.map(({ source, licence }) => [source, licence]))
  const sources = new Map(key.map(({ provenance }) => [provenance.id, named(provenance, licences)]))
  return { key, sources: [...sources.values()] }
}

function named(provenance: Resolved['provenance'], licences: ReadonlyMap<Id, string | null>): NamedProvenance {
  const licence = licences.get(provenance.id) ?? undefined
  return { ...provenance, ...(licence !== undefined && { licence }) }
}
