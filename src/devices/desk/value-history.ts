import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'

/** Every value that was ever said of a device, the newest first: who said it, who wrote it down, and until when it counted. */
export async function valueHistory(
  { db }: Pick<Gawai, 'db'>,
  device: Id,
  { before, limit }: { before?: Id | undefined; limit: number },
) {
  let query = db
    .selectFrom('specification')
    .innerJoin('provenance', 'provenance.id', 'specification.provenance_id')
    .leftJoin('person as sayer', 'sayer.id', 'specification.said_by')
    .leftJoin('person as ender', 'ender.id', 'specification.ended_by')
    .select(['specification.id', 'specification.name', 'label', 'raw', 'said_at as saidAt', 'ended_at as endedAt'])
    .select(['is_pinned', 'provenance.name as source', 'provenance.url', 'provenance.kind'])
    .select(['sayer.name as by', 'ender.name as endedBy'])
    .where('device_id', '=', device)
    .orderBy('specification.id', 'desc')
    .limit(limit + 1)
  if (before !== undefined) query = query.where('specification.id', '<', before)
  const rows = await query.execute()
  const items = rows.slice(0, limit)
  return { items, ...(rows.length > limit && { before: items.at(-1)?.id }) }
}
