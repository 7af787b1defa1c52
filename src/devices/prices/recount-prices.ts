import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { followAvailability } from '../availability/follow-availability.ts'
import { keepLowestPrice } from './lowest-price.ts'

/** What follows for a device when offers and words on where it is sold came to it from another, or went from it. */
export async function recountPrices(unit: Unit, device: Id): Promise<void> {
  const { tx } = unit
  await tx.deleteFrom('lowest_price').where('device_id', '=', device).execute()
  const sold = await tx
    .selectFrom('offer')
    .select(['market', 'currency'])
    .distinct()
    .where('device_id', '=', device)
    .execute()
  for (const { market, currency } of sold) await keepLowestPrice(unit, { device, market, currency })
  await followAvailability(unit, device)
}
