import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Several, recordAll, rowsOf } from './several-pictures.ts'

/** Puts pictures into a folder, or on top of all folders. @returns where each was before */
export async function movePictures(
  unit: Unit,
  { pictures, by, folder }: Several & { folder: Id | undefined },
): Promise<{ id: Id; folder: Id | undefined }[]> {
  const rows = await rowsOf(unit, pictures)
  const into = folder === undefined ? undefined : await folderName(unit, folder)
  await unit.tx
    .updateTable('picture')
    .set({ folder_id: folder ?? null })
    .where('id', 'in', [...pictures])
    .execute()
  await recordAll(unit, { pictures, by, action: 'picture.moved', details: { folder: into ?? null } })
  return rows.map((row) => ({ id: row.id, folder: row.folder_id ?? undefined }))
}

async function folderName(unit: Unit, folder: Id): Promise<string> {
  const row = await unit.tx.selectFrom('folder').select('name').where('id', '=', folder).executeTakeFirst()
  if (!row)
    throw new NotFound('That folder is not there any more: choose another', { key: 'refusedFolder.chooseAnother' })
  return row.name
}
