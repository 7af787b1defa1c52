import { record } from '#people'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import '../tables.ts'
import { type ByEditor, deviceObject } from './by-editor.ts'

/** What a reader says is wrong with a device, as an editor finds it. */
export interface WaitingReport {
  id: Id
  device: Id
  deviceName: string
  about: string
  words: string
  evidence: string | null
  email: string | null
  at: Instant
}

/** What readers said and nobody has looked at, the oldest first. */
export async function waitingReports(
  { reports }: Pick<Gawai, 'reports'>,
  { after = 0, limit }: { after?: Id | undefined; limit: number },
): Promise<{ items: WaitingReport[]; after?: Id }> {
  const rows = await reports
    .selectFrom('device_report')
    .innerJoin('device', 'device.id', 'device_report.device_id')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device_report.id', 'device_id as device', 'device.name', 'organisation.name as brand'])
    .select(['about', 'words', 'evidence', 'email', 'at'])
    .where('settled_at', 'is', null)
    .where('device_report.id', '>', after)
    .orderBy('device_report.id')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(({ name, brand, ...row }) => ({ ...row, deviceName: `${brand} ${name}` }))
  const last = items.at(-1)
  return rows.length > limit && last ? { items, after: last.id } : { items }
}

/** Says that an editor has looked at it. @throws NotFound when nobody waits for that any more */
export const settleReport = (unit: Unit, { report, by }: { report: Id; by: ByEditor }): Promise<void> =>
  mark(unit, report, by, true)

/** The inverse. */
export const reopenReport = (unit: Unit, { report, by }: { report: Id; by: ByEditor }): Promise<void> =>
  mark(unit, report, by, false)

async function mark(unit: Unit, report: Id, by: ByEditor, isSettled: boolean): Promise<void> {
  const row = await unit.tx
    .updateTable('device_report')
    .set(isSettled ? { settled_at: unit.now, settled_by: by.person } : { settled_at: null, settled_by: null })
    .where('id', '=', report)
    .where('settled_at', isSettled ? 'is' : 'is not', null)
    .returning('device_id')
    .executeTakeFirst()
  if (!row)
    throw new NotFound('This report does not wait any more: somebody may have settled it meanwhile', {
      key: 'refusedDeviceDesk.settled',
    })
  const action = isSettled ? 'device.report-settled' : 'device.report-reopened'
  await record(unit, { by: by.account, action, object: deviceObject(row.device_id) })
}
