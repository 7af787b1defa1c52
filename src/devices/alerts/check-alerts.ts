import type { Kysely } from 'kysely'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { dayOfInstant } from '#platform/fuzzy-date.ts'
import { statedOf } from '../availability/availability-of-device.ts'
import { settle } from '../availability/stated.ts'
import { lowestNow } from '../prices/lowest-price.ts'
import '../tables.ts'
import type { MarketCode } from '../tables.ts'
import { type Alert, alertSubject } from './alert.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** What somebody wanted to be told has come true at that instant. */
    'device.alert': { subject: string; metAt: Instant }
  }
}

const ofDevice = compileOnce<{ device: Id }>()((db, blank) =>
  db
    .selectFrom('device_alert')
    .innerJoin('device', 'device.id', 'device_alert.device_id')
    .select(['device_alert.id', 'device_id as device', 'market', 'kind', 'amount', 'currency', 'met_at'])
    .where((row) => row.or([row('device.id', '=', blank.device), row('device.merged_into', '=', blank.device)])),
)

/**
 * Looks whether what readers wait for has come true, or is so no more. It is told once: the next time only after it has not been
 * so in between. Who waits for a device that became this one waits for this one.
 */
export async function checkAlerts(unit: Unit, device: Id): Promise<void> {
  for (const { id, met_at, ...alert } of await ofDevice(unit.tx, { device })) {
    const isMet = await isSo(unit.tx, { ...alert, device }, unit.now)
    if (isMet === (met_at !== null)) continue
    const metAt = isMet ? unit.now : null
    await unit.tx.updateTable('device_alert').set({ met_at: metAt }).where('id', '=', id).execute()
    if (metAt !== null) unit.tell({ kind: 'device.alert', subject: alertSubject(alert), metAt })
  }
}

/** Whether what an alert waits for is so now. */
export async function isSo(db: Kysely<Tables>, { kind, ...alert }: Alert, now: Instant): Promise<boolean> {
  if (kind === 'on_sale') return isOnSale(db, alert, now)
  const lowest = await lowestNow(db, alert, now)
  return lowest !== undefined && lowest.amount <= alert.amount
}

/** Whether somebody says that it is sold there, or a shop that was looked at lately has it. */
async function isOnSale(
  db: Kysely<Tables>,
  { device, market }: { device: Id; market: MarketCode },
  now: Instant,
): Promise<boolean> {
  const cells = settle(await statedOf(db, device)).filter((cell) => cell.market === market)
  const today = dayOfInstant(now)
  if (cells.some(({ status, fromDay = today }) => status === 'on_sale' && fromDay <= today)) return true
  const currencies = await db
    .selectFrom('offer')
    .select('currency')
    .distinct()
    .where('device_id', '=', device)
    .where('market', '=', market)
    .where('kind', '!=', 'preorder')
    .execute()
  for (const { currency } of currencies) if (await lowestNow(db, { device, market, currency }, now)) return true
  return false
}
