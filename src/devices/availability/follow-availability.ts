import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type Day, dayOfInstant } from '#platform/fuzzy-date.ts'
import type { Gawai } from '#platform/gawai.ts'
import { checkAlerts } from '../alerts/check-alerts.ts'
import { deviceSubject, devicesSubject } from '../subjects.ts'
import { statedOf } from './availability-of-device.ts'
import { statusFrom } from './device-status.ts'
import { settle } from './stated.ts'

/** What changes with where a device can be bought: its status, unless an editor pinned it, and what readers wait for. */
export async function followAvailability(unit: Unit, device: Id): Promise<void> {
  const { tx, now } = unit
  const cells = settle(await statedOf(tx, device))
  const status = statusFrom(cells, dayOfInstant(now))
  if (status !== undefined)
    await tx
      .updateTable('device')
      .set({ status })
      .where('id', '=', device)
      .where('is_status_pinned', '=', 0)
      .where('status', '!=', status)
      .execute()
  await tx.updateTable('device').set({ changed_at: now }).where('id', '=', device).execute()
  await checkAlerts(unit, device)
}

/** On the day that somebody named, what was to come has come. Read back a week, for a program that stood still. */
export function followDays(gawai: Gawai): void {
  gawai.jobs.onCalendar('device-days', '10 0 * * *', async () => {
    const today = dayOfInstant(gawai.clock.now())
    for (const device of await begunSince(gawai, today - 7, today))
      await gawai.write(async (unit) => {
        await followAvailability(unit, device)
        unit.drop(deviceSubject(device), devicesSubject)
      })
  })
}

async function begunSince({ db }: Gawai, first: Day, last: Day): Promise<Id[]> {
  const rows = await db
    .selectFrom('availability')
    .select('device_id')
    .distinct()
    .where('from_day', '>=', first)
    .where('from_day', '<=', last)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(({ device_id }) => device_id)
}
