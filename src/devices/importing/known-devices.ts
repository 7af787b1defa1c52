import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { formOf } from '../form.ts'
import type { Category } from '../tables.ts'
import { inParts } from './in-parts.ts'

export interface KnownDevice {
  id: Id
  family_id: Id | null
  category: Category
  announced: string | null
  released: string | null
}

/** What the catalogue holds of the devices of a batch before it is written. */
export interface KnownDevices {
  /** By the key of their record. */
  records: Map<string, { device: Id; digest: string }>
  /** By brand and official name: `nameKey`. */
  names: Map<string, Id>
  devices: Map<Id, KnownDevice>
  /** Names of a device as `aliasKey` spells them. */
  aliases: Set<string>
}

export const nameKey = (brand: Id, name: string): string => `${brand} ${formOf(name)}`
export const aliasKey = (device: Id, words: string, market = ''): string => `${device} ${market} ${formOf(words)}`

interface Wanted {
  origin: string
  keys: readonly string[]
  brands: readonly Id[]
  forms: readonly string[]
}

export async function knownDevices({ tx }: Unit, wanted: Wanted): Promise<KnownDevices> {
  const known: KnownDevices = { records: new Map(), names: new Map(), devices: new Map(), aliases: new Set() }
  const records = await tx
    .selectFrom('device_record')
    .select(['key', 'device_id', 'digest'])
    .where('origin', '=', wanted.origin)
    .where('key', 'in', wanted.keys)
    .execute()
  for (const { key, device_id, digest } of records) known.records.set(key, { device: device_id, digest })
  const named = await tx
    .selectFrom('device_alias')
    .innerJoin('device', 'device.id', 'device_alias.device_id')
    .select(['device.id', 'device.brand_id', 'device_alias.form'])
    .where('device_alias.form', 'in', wanted.forms)
    .where('device_alias.kind', '=', 'official')
    .where('device.brand_id', 'in', wanted.brands)
    .where('device.merged_into', 'is', null)
    .orderBy('device.id', 'desc')
    .execute()
  for (const { id, brand_id, form } of named) known.names.set(`${brand_id} ${form}`, id)
  await addDevices(tx, known, [...new Set([...records.map(({ device_id }) => device_id), ...known.names.values()])])
  return known
}

async function addDevices(tx: Unit['tx'], known: KnownDevices, ids: readonly Id[]): Promise<void> {
  await inParts(ids, 1, async (part) => {
    const devices = await tx
      .selectFrom('device')
      .select(['id', 'family_id', 'category', 'announced', 'released'])
      .where('id', 'in', part)
      .execute()
    for (const device of devices) known.devices.set(device.id, device)
    const aliases = await tx
      .selectFrom('device_alias')
      .select(['device_id', 'market', 'words'])
      .where('device_id', 'in', part)
      .execute()
    for (const { device_id, market, words } of aliases)
      if (device_id !== null) known.aliases.add(aliasKey(device_id, words, market))
  })
}
