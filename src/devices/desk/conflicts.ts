import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { devicesById } from '../finder/by-slug.ts'
import { type Resolved, resolve } from '../specifications/resolve.ts'
import { sayingsOf } from '../specifications/sayings.ts'
import '../tables.ts'

/** A device of which sources say different things, and nobody has said yet which of them counts. */
export interface DisputedDevice {
  id: Id
  name: string
  disputed: Resolved[]
}

/**
 * What waits to be settled. A page may hold few and lead on: sources that say the same in other words are only told apart
 * when they are read.
 */
export async function disputedDevices(
  gawai: Pick<Gawai, 'db' | 'reports'>,
  { after = 0, limit }: { after?: Id | undefined; limit: number },
): Promise<{ items: DisputedDevice[]; after?: Id }> {
  const rows = await gawai.reports
    .selectFrom('specification')
    .innerJoin('device', 'device.id', 'specification.device_id')
    .select('device_id')
    .where('ended_at', 'is', null)
    .where('variant_id', 'is', null)
    .where('merged_into', 'is', null)
    .where('device_id', '>', after)
    .groupBy(['device_id', 'specification.name'])
    .having(({ fn }) => fn.count('provenance_id').distinct(), '>', 1)
    .having(({ fn }) => fn.max('is_pinned'), '=', 0)
    .orderBy('device_id')
    .limit(limit * mostSpecifications)
    .execute()
  const all = [...new Set(rows.map(({ device_id }) => device_id))]
  const ids = all.slice(0, limit)
  const named = await devicesById(gawai, ids)
  const items: DisputedDevice[] = []
  for (const { id, name } of named) {
    const disputed = await disputesOf(gawai, id)
    if (disputed.length > 0) items.push({ id, name, disputed })
  }
  const last = ids.at(-1)
  return all.length > limit && last !== undefined ? { items, after: last } : { items }
}

/** More than the registry has of them. */
const mostSpecifications = 80

/** Of one device: where sources differ, and no word is pinned. */
async function disputesOf(gawai: Pick<Gawai, 'db'>, device: Id): Promise<Resolved[]> {
  const sayings = (await sayingsOf(gawai, device)).filter(({ variant }) => variant === undefined)
  return [...resolve(sayings).values()].filter(({ others, isPinned }) => others.length > 0 && !isPinned)
}
