import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Label, type LibraryPicture, pictureColumns, pictureIn, pictures } from './library-picture.ts'

/** One picture of the library with its labels; also one that was removed, while it can come back. */
export async function findPicture(
  { db }: Pick<Gawai, 'db'>,
  id: Id,
): Promise<(LibraryPicture & { labels: Label[] }) | undefined> {
  const row = await pictures(db).select(pictureColumns).where('picture.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const labels = await db
    .selectFrom('picture_label')
    .select(['kind', 'name'])
    .where('picture_id', '=', id)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return { ...pictureIn(row), labels }
}

/** The picture whose file this is or was. */
export async function pictureOfFile({ db }: Pick<Gawai, 'db'>, file: string): Promise<LibraryPicture | undefined> {
  const row = await pictures(db)
    .select(pictureColumns)
    .where((all) =>
      all('picture.id', '=', all.selectFrom('picture_file as had').select('picture_id').where('had.file', '=', file)),
    )
    .executeTakeFirst()
  return row && pictureIn(row)
}

/** @throws NotFound for one that is not there or was removed */
export async function pictureRow(unit: Unit, id: Id) {
  const row = await pictures(unit.tx)
    .selectAll('picture')
    .where('picture.id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound(`There is no picture ${id} in the library`, { key: 'refusedPicture.gone' })
  return row
}
