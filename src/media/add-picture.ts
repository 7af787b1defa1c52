import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import { openCounter } from './counter.ts'
import { keepPicture } from './keep-picture.ts'
import { findPicture } from './find-picture.ts'
import type { LibraryPicture } from './library-picture.ts'
import { makeThumbnails } from './make-rendition.ts'
import { forgetMove } from './moved.ts'
import type { PictureFile } from './prove-picture.ts'
import { record } from '#people'
import { registerPicture } from './register-picture.ts'
import { sumOf } from './sums.ts'

/** A picture as somebody brings it. */
export interface Upload extends PictureFile {
  by?: Id | undefined
  folder?: Id | undefined
  credit?: string | undefined
}

/**
 * Takes a picture into the library. The same bytes again answer the picture that is there, whatever has been made of it
 * since.
 *
 * @returns `isNew`: whether it was not there
 * @throws Invalid in a sentence that says what to do, when it cannot be kept
 * @throws NotNow when too many are being brought
 */
export function addPicture(gawai: Gawai, upload: Upload): Promise<{ picture: LibraryPicture; isNew: boolean }> {
  return gawai.use(openCounter).take(async () => {
    const known = await sameBytes(gawai, upload.bytes)
    if (known !== undefined) return { picture: await welcomeBack(gawai, known, upload.by), isNew: false }
    const kept = await keepPicture(gawai, upload)
    await forgetMove(gawai.storage, kept.file)
    const id = await gawai.write(async (unit) => {
      await leaveToOther(unit, kept.file)
      const registered = await registerPicture(unit, kept, upload)
      await record(unit, {
        by: upload.by,
        action: 'picture.added',
        object: `picture:${registered}`,
        details: { name: upload.name, file: kept.file },
      })
      return registered
    })
    await makeThumbnails(gawai, kept.file)
    return { picture: await there(gawai, id), isNew: true }
  })
}

async function sameBytes({ db }: Gawai, bytes: Uint8Array): Promise<Id | undefined> {
  const row = await db
    .selectFrom('picture_file')
    .innerJoin('picture', 'picture.file', 'picture_file.file')
    .select('picture.id')
    .where('original_sum', '=', sumOf(bytes))
    .orderBy('picture.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** What a picture showed before it was replaced may come again as a picture of its own: that one cannot go back to it. */
async function leaveToOther(unit: Unit, file: string): Promise<void> {
  await unit.tx.deleteFrom('picture_file').where('file', '=', file).where('left_at', 'is not', null).execute()
}

async function welcomeBack(gawai: Gawai, id: Id, by: Id | undefined): Promise<LibraryPicture> {
  const picture = await there(gawai, id)
  if (picture.removedAt === undefined) return picture
  await gawai.write(async (unit) => {
    await unit.tx.updateTable('picture').set({ removed_at: null }).where('id', '=', id).execute()
    await record(unit, { by, action: 'picture.restored', object: `picture:${id}`, details: { name: picture.name } })
  })
  return there(gawai, id)
}

async function there(gawai: Gawai, id: Id): Promise<LibraryPicture> {
  const picture = await findPicture(gawai, id)
  if (!picture)
    throw new NotFound(`The picture ${id} was taken out of the library just now: bring it once more`, {
      key: 'refusedPicture.goneNow',
    })
  return picture
}
