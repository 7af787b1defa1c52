import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import { codeForm } from '../form.ts'
import type { Planned } from './planned.ts'

/**
 * Keeps when each version of a device came out, where they did on different days.
 *
 * @returns the versions by device and code
 */
export async function writeReleases(
  unit: Unit,
  planned: readonly Planned[],
  provenances: ReadonlyMap<Planned, Id>,
): Promise<Map<string, Id>> {
  const variants = new Map<string, Id>()
  for (const one of planned) {
    const provenance = provenances.get(one)
    if (provenance === undefined || one.record.releases.length === 0) continue
    await endBefore(unit, one.device, provenance)
    for (const { label, at } of one.record.releases) {
      const variant = label === '' ? null : await keepVariant(unit, one.device, label)
      if (variant !== null) variants.set(`${one.device} ${codeForm(label)}`, variant)
      await addRelease(unit, { device: one.device, variant, at, provenance })
    }
  }
  return variants
}

async function keepVariant({ tx, newId }: Unit, device: Id, name: string): Promise<Id> {
  const known = await tx
    .selectFrom('variant')
    .select('id')
    .where('device_id', '=', device)
    .where('name', '=', name)
    .executeTakeFirst()
  if (known) return known.id
  const id = newId()
  const unknown = { carrier_id: null, ram_mb: null, storage_mb: null, storage_type: null, colour: null, sim: null }
  await tx
    .insertInto('variant')
    .values({ id, device_id: device, name, market: '', gtin: null, ...unknown })
    .execute()
  return id
}

const endBefore = ({ tx, now }: Unit, device: Id, provenance: Id) =>
  tx
    .updateTable('availability')
    .set({ ended_at: now })
    .where('device_id', '=', device)
    .where('provenance_id', '=', provenance)
    .where('ended_at', 'is', null)
    .execute()

interface Release {
  device: Id
  variant: Id | null
  at: string
  provenance: Id
}

async function addRelease(unit: Unit, { device, variant, at, provenance }: Release): Promise<void> {
  const days = readFuzzyDate(at)
  await unit.tx
    .insertInto('availability')
    .values({
      id: unit.newId(),
      device_id: device,
      variant_id: variant,
      market: '',
      carrier_id: null,
      status: 'on_sale',
      at,
      from_day: days?.from ?? null,
      to_day: days?.to ?? null,
      provenance_id: provenance,
      article_id: null,
      said_by: null,
      said_at: unit.now,
      ended_at: null,
    })
    .execute()
}
