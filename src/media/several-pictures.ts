import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import './tables.ts'

/** Pictures to which somebody does one thing. */
export interface Several {
  pictures: readonly Id[]
  /** The account; undefined for the program itself. */
  by?: Id | undefined
}

const mostAtOnce = 500

/**
 * What stands in the library of pictures to which something is to be done.
 *
 * @throws Invalid when there are none of them, or more than 500
 * @throws NotFound when one of them is not in the library, or was removed
 */
export async function rowsOf(unit: Unit, pictures: readonly Id[]) {
  if (pictures.length === 0) throw new Invalid('No picture is chosen: tick one', { key: 'refusedPicture.noneChosen' })
  if (pictures.length > mostAtOnce)
    throw new Invalid(`${mostAtOnce} pictures are the most at once: choose fewer`, {
      key: 'refusedPicture.tooMany',
      values: { most: mostAtOnce },
    })
  const rows = await unit.tx
    .selectFrom('picture')
    .select(['id', 'file', 'folder_id', 'credit'])
    .where('id', 'in', [...pictures])
    .where('removed_at', 'is', null)
    .execute()
  if (rows.length < new Set(pictures).size)
    throw new NotFound('One of the pictures is not in the library any more: load the page anew', {
      key: 'refusedPicture.oneGone',
    })
  return rows
}

/** Writes one deed into the audit log for each of several pictures. */
export async function recordAll(
  unit: Unit,
  { pictures, ...deed }: Several & { action: string; details?: Record<string, string | null> },
): Promise<void> {
  for (const picture of pictures) await record(unit, { by: undefined, ...deed, object: `picture:${picture}` })
}

/** The accounts that brought the pictures (null: the program itself), each once: rights ask for them. */
export async function ownersOf(unit: Unit, ids: readonly Id[]): Promise<(Id | null)[]> {
  if (ids.length === 0) return []
  const rows = await unit.tx
    .selectFrom('picture')
    .select('made_by')
    .distinct()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => row.made_by)
}
