import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import './tables.ts'

/** Who shows pictures: what it is, as whoever writes it down calls it, and which. */
export interface PictureUser {
  kind: string
  id: Id
}

const srcForm = /^\/media\/([0-9a-f]{32})(?:\.\w+)$/

/** The kept file that a page names by its address; undefined for what lies elsewhere. */
export const fileAt = (src: string): string | undefined => (srcForm.test(src) ? src.slice('/media/'.length) : undefined)

const forget = compileOnce<{ kind: string; id: Id }>()((db, blank) =>
  db.deleteFrom('picture_use').where('user_id', '=', blank.id).where('kind', '=', blank.kind),
)

/**
 * Writes down anew which pictures somebody shows: whoever shows one says so in the unit that makes them show it.
 *
 * @param srcs addresses of pictures, kept ones and others
 */
export async function keepUses(unit: Unit, { kind, id }: PictureUser, srcs: Iterable<string>): Promise<void> {
  await forget(unit.tx, { kind, id })
  const files = new Set([...srcs].map(fileAt).filter((file) => file !== undefined))
  if (files.size === 0) return
  await unit.tx
    .insertInto('picture_use')
    .values([...files].map((file) => ({ file, kind, user_id: id })))
    .execute()
}

/** Which of the pictures somebody shows, in any file that they have or had. */
export async function picturesInUse({ db }: Pick<Gawai, 'db'>, pictures: readonly Id[]): Promise<Set<Id>> {
  if (pictures.length === 0) return new Set()
  const rows = await db
    .selectFrom('picture_file')
    .innerJoin('picture_use', 'picture_use.file', 'picture_file.file')
    .select('picture_id')
    .distinct()
    .where('picture_id', 'in', [...pictures])
    .execute()
  return new Set(rows.map((row) => row.picture_id))
}
