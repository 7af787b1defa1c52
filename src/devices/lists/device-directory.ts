import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { standing } from './listed-device.ts'

const page = compileOnce<{ after: Id; limit: number }>()((db, blank) =>
  standing(db)
    .select(['device.id', 'device.slug', 'changed_at as changedAt'])
    .where('device.id', '>', blank.after)
    .orderBy('device.id')
    .limit(blank.limit),
)
const fileStarts = compileOnce<Record<string, never>>()((db) => standing(db).select('device.id').orderBy('device.id'))

/** Every device in the order of ids, for search engines. @param after the id before the first */
export const deviceDirectory = (
  { db }: Pick<Gawai, 'db'>,
  wanted: { after: Id; limit: number },
): Promise<{ id: Id; slug: string; changedAt: Instant }[]> => page(db, wanted)

/** The ids behind which a file of so many begins: 0 for the first. None while there is no device. */
export async function deviceDirectoryKeys({ db }: Pick<Gawai, 'db'>, perFile: number): Promise<Id[]> {
  const ids = (await fileStarts(db, {})).map(({ id }) => id)
  return ids.flatMap((_, index) => (index % perFile === 0 ? (ids[index - 1] ?? 0) : []))
}
