import type { Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Alert } from './alert.ts'
import { isSo } from './check-alerts.ts'

/**
 * Looks after what somebody has confirmed that they wait for.
 *
 * @returns since when it is so; undefined as long as it is not
 */
export async function watch(unit: Unit, alert: Alert): Promise<Instant | undefined> {
  const { device: device_id, ...more } = alert
  const known = await unit.tx
    .selectFrom('device_alert')
    .select('met_at')
    .where((row) => row.and({ device_id, ...more }))
    .executeTakeFirst()
  if (known) return known.met_at ?? undefined
  const met_at = (await isSo(unit.tx, alert, unit.now)) ? unit.now : null
  await unit.tx
    .insertInto('device_alert')
    .values({ id: unit.newId(), device_id, ...more, met_at })
    .onConflict((conflict) => conflict.columns(['device_id', 'market', 'kind', 'amount', 'currency']).doNothing())
    .execute()
  return met_at ?? undefined
}

/** Forgets what nobody waits for any more. */
export async function stopWatching(unit: Unit, { device: device_id, ...more }: Alert): Promise<void> {
  await unit.tx
    .deleteFrom('device_alert')
    .where((row) => row.and({ device_id, ...more }))
    .execute()
}
