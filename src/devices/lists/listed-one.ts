import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type ListedDevice, listedColumns, listedOf, standing } from './listed-device.ts'

const byId = compileOnce<{ id: Id }>()((db, blank) =>
  standing(db).select(listedColumns).where('device.id', '=', blank.id),
)

/** One device as a list shows it. */
export async function listedDevice({ db }: Pick<Gawai, 'db'>, id: Id): Promise<ListedDevice | undefined> {
  return (await listedOf(db, await byId(db, { id })))[0]
}
