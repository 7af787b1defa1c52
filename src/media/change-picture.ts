import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, Invalid, NotFound } from '#platform/refusals.ts'
import { openCounter } from './counter.ts'
import { type Crop, cropSchema } from './crop.ts'
import { pictureRow } from './find-picture.ts'
import { type Focus, focusSchema } from './focus.ts'
import { keepPicture, type KeptFile } from './keep-picture.ts'
import { makeThumbnails } from './make-rendition.ts'
import { originalName } from './names.ts'
import { keepPictureWords } from './picture-words.ts'
import type { PictureFile } from './prove-picture.ts'
import { record } from '#people'
import { newFile } from './register-picture.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** A picture shows another file. */
    'picture.changed': { picture: Id; from: string; to: string; width: number; height: number; colour: string }
  }
}

/** What a change did: going back to `before` undoes it. */
export interface Changed {
  before: string
  now: string
}

interface Doing {
  picture: Id
  by?: Id | undefined
}

/**
 * Shows another part of a picture, made anew from its upload, or has crops keep another point. What is not given goes:
 * no crop shows all of it.
 *
 * @param focus in shares of what is shown after the crop
 * @throws Conflict when its upload is not there any more, or when somebody changed it meanwhile
 */
export async function cropPicture(
  gawai: Gawai,
  { picture, by, crop, focus }: Doing & { crop?: Crop | undefined; focus?: Focus | undefined },
): Promise<Changed> {
  const wanted = { crop: proven(cropSchema, crop), focus: proven(focusSchema, focus) }
  const current = await fileNow(gawai, picture)
  const { original, name } = current
  return gawai.use(openCounter).take(async () => {
    const bytes = original === null ? undefined : await gawai.storage.get(originalName(original))
    if (original === null || !bytes)
      throw new Conflict(`The upload of "${name}" is not kept any more: replace the picture, then crop it`, {
        key: 'refusedPicture.noUpload',
        values: { name },
      })
    const kept = await keepPicture(gawai, { name, bytes, original, ...wanted })
    return change(gawai, { picture, by, from: current.file, kept, action: 'picture.cropped' })
  })
}

/** @throws Invalid naming what is wrong with the crop or the focal point */
function proven<Value>(schema: { safeParse(value: unknown): Parsed<Value> }, value: Value | undefined) {
  if (value === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Invalid(`That part of the picture cannot be shown: ${parsed.error.issues[0]?.message ?? 'it is none'}`, {
    key: 'refusedPicture.part',
  })
}
type Parsed<Value> =
  | { success: true; data: Value }
  | { success: false; error: { issues: readonly { message: string }[] } }

/** Shows other bytes in place of a picture, everywhere. Its words, labels and folder stay. */
export async function replacePicture(gawai: Gawai, { picture, by, ...upload }: Doing & PictureFile): Promise<Changed> {
  const { file } = await fileNow(gawai, picture)
  return gawai.use(openCounter).take(async () => {
    const kept = await keepPicture(gawai, upload)
    return change(gawai, { picture, by, from: file, kept, action: 'picture.replaced' })
  })
}

/**
 * Shows a file again that the picture has shown before: undoes a crop or a replacement.
 *
 * @throws NotFound when the picture never showed it, or too long ago
 */
export async function returnToFile(unit: Unit, { picture, by, file }: Doing & { file: string }): Promise<Changed> {
  const { file: from } = await pictureRow(unit, picture)
  const had = await unit.tx
    .selectFrom('picture_file')
    .selectAll()
    .where('file', '=', file)
    .where('picture_id', '=', picture)
    .executeTakeFirst()
  if (!had)
    throw new NotFound('What the picture showed then is not kept any more: bring it once more', {
      key: 'refusedPicture.noFormer',
    })
  await showFile(unit, { picture, from, to: had })
  await record(unit, { by, action: 'picture.returned', object: `picture:${picture}`, details: { from, to: file } })
  return { before: from, now: file }
}

async function fileNow({ db }: Gawai, picture: Id) {
  const row = await db
    .selectFrom('picture')
    .innerJoin('picture_file', 'picture_file.file', 'picture.file')
    .select(['picture.file', 'original', 'name'])
    .where('picture.id', '=', picture)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound(`There is no picture ${picture} in the library`, { key: 'refusedPicture.gone' })
  return row
}

async function change(
  gawai: Gawai,
  { picture, by, from, kept, action }: Doing & { from: string; kept: KeptFile; action: string },
): Promise<Changed> {
  await makeThumbnails(gawai, kept.file)
  return gawai.write(async (unit) => {
    const row = await pictureRow(unit, picture)
    if (row.file !== from)
      throw new Conflict('Somebody else has changed this picture meanwhile: look at it, then try again', {
        key: 'refusedPicture.meanwhile',
      })
    if (kept.file === from) return { before: from, now: from }
    await newFile(unit, picture, kept, by)
    await showFile(unit, { picture, from, to: kept })
    await record(unit, { by, action, object: `picture:${picture}`, details: { from, to: kept.file } })
    return { before: from, now: kept.file }
  })
}

/** Whoever shows it reacts to the event: articles get another revision. */
async function showFile(
  unit: Unit,
  { picture, from, to }: { picture: Id; from: string; to: Pick<KeptFile, 'file' | 'width' | 'height' | 'colour'> },
): Promise<void> {
  const { file, width, height, colour } = to
  await unit.tx.updateTable('picture').set({ file }).where('id', '=', picture).execute()
  await unit.tx.updateTable('picture_file').set({ left_at: unit.now }).where('file', '=', from).execute()
  await unit.tx.updateTable('picture_file').set({ left_at: null }).where('file', '=', file).execute()
  await keepPictureWords(unit, [picture])
  unit.tell({ kind: 'picture.changed', picture, from, to: file, width, height, colour })
}
