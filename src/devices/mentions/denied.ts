import { sql } from 'kysely'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'

/** So many answers that say the same make a rule. */
export const enoughAnswers = 3

/** Which forms are not which device, as editors said often enough and nobody contradicted; of these devices, or of all. */
export async function deniedForms(
  { reports }: Pick<Gawai, 'reports'>,
  devices?: readonly Id[],
): Promise<Map<Id, Set<string>>> {
  const rows = await reports
    .selectFrom('mention_answer')
    .select(['device_id', 'form'])
    .$if(devices !== undefined, (query) => query.where('device_id', 'in', devices ?? []))
    .groupBy(['device_id', 'form'])
    .having(({ fn }) => fn.countAll<number>(), '>=', enoughAnswers)
    .having(({ fn }) => fn.max('is_right'), '=', sql<0>`0`)
    .execute()
  const denied = new Map<Id, Set<string>>()
  for (const { device_id, form } of rows) denied.set(device_id, (denied.get(device_id) ?? new Set()).add(form))
  return denied
}
