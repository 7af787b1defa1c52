import { createHash } from 'node:crypto'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { slugOf } from '#platform/slug.ts'
import type { Brand } from './brands.ts'
import { type Families, familyKey } from './keep-families.ts'
import { type KnownDevices, nameKey } from './known-devices.ts'
import type { DeviceRecord } from './record.ts'

/** A record with the device that it is about. */
export interface Planned {
  record: DeviceRecord
  brand: Brand
  device: Id
  digest: string
  family: Id | null
  is: 'added' | 'changed' | 'same'
}

/** Everything that was read of a record, in short: the same digest says the same. */
export const digestOf = (words: unknown): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 22)

/**
 * Finds the device of each record: the one that it was about before, else the one of that brand and name, else a new one.
 *
 * @param known is told of the new ones
 */
export function plan(
  unit: Unit,
  records: readonly DeviceRecord[],
  known: KnownDevices,
  around: { brands: ReadonlyMap<string, Brand>; families: Families },
): Planned[] {
  return records.flatMap((record): Planned[] => {
    const brand = around.brands.get(record.brand)
    if (!brand) return []
    const before = known.records.get(record.key)
    const digest = digestOf(record)
    const key = nameKey(brand.id, record.name)
    const there = before?.device ?? known.names.get(key)
    const device = there ?? unit.newId()
    known.names.set(key, device)
    known.records.set(record.key, { device, digest })
    const is = there === undefined ? 'added' : before?.digest === digest ? 'same' : 'changed'
    const family = around.families.get(familyKey(brand.id, record.name)) ?? null
    return [{ record, brand, device, digest, family, is }]
  })
}

/** The address that a new device would like. */
export const wantedSlug = ({ brand, record }: Planned): string =>
  slugOf(`${brand.name} ${record.name.replaceAll('+', ' plus ')}`)
