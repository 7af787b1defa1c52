import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { picturesInUse } from './picture-use.ts'
import { recordAll, rowsOf, type Several } from './several-pictures.ts'

/** So long a picture can come back. */
export const keptForDays = 30

/**
 * Takes pictures out of the library. They can be restored for thirty days.
 *
 * @throws Conflict while somebody shows one of them
 */
export async function removePictures(unit: Unit, { pictures, by }: Several): Promise<void> {
  await rowsOf(unit, pictures)
  const used = await picturesInUse({ db: unit.tx }, pictures)
  if (used.size > 0) throw await refusalFor({ db: unit.tx }, used, pictures.length)
  await unit.tx
    .updateTable('picture')
    .set({ removed_at: unit.now })
    .where('id', 'in', [...pictures])
    .execute()
  await recordAll(unit, { pictures, by, action: 'picture.removed' })
}

async function refusalFor({ db }: Pick<Gawai, 'db'>, used: ReadonlySet<Id>, chosen: number): Promise<Conflict> {
  const [first = 0] = used
  const row = await db
    .selectFrom('picture')
    .innerJoin('picture_file', 'picture_file.file', 'picture.file')
    .select('name')
    .where('id', '=', first)
    .executeTakeFirst()
  const [name, others] = [row?.name ?? '', used.size === 1 ? '' : ` and ${used.size - 1} more`]
  return new Conflict(
    chosen === 1
      ? `An article shows the picture "${name}": take it out there first, or replace the picture here`
      : `Articles show the picture "${name}"${others} of these: leave them out, or take them out of the articles first`,
    { key: 'refusedPicture.used', values: { name, count: used.size } },
  )
}

/** Takes removed pictures back into the library. @throws NotFound when one is gone for good */
export async function restorePictures(unit: Unit, { pictures, by }: Several): Promise<void> {
  const back = await unit.tx
    .updateTable('picture')
    .set({ removed_at: null })
    .where('id', 'in', [...pictures])
    .returning('id')
    .execute()
  if (back.length < new Set(pictures).size)
    throw new NotFound(`One of the pictures was removed more than ${keptForDays} days ago: bring it once more`, {
      key: 'refusedPicture.removedLong',
      values: { days: keptForDays },
    })
  await recordAll(unit, { pictures, by, action: 'picture.restored' })
}
