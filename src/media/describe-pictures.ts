import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { pictureRow, type Label } from './library-picture.ts'
import { keepWords } from './picture-words.ts'
import { record } from '#people'

declare module '#platform/events.ts' {
  interface Events {
    /** The library says something else of what a picture shows; `before` is what it said. */
    'picture.described': { picture: Id; before: { id: string; en: string } }
  }
}

/** What is said of a picture. What is not given stays. */
export interface PictureSaid {
  alt?: { id?: string | undefined; en?: string | undefined } | undefined
  credit?: string | undefined
  licence?: string | undefined
}

interface Doing {
  pictures: readonly Id[]
  by?: Id | undefined
}

const longest = 2000
const longestLabel = 80
const mostAtOnce = 500

/**
 * Says what a picture shows, who made it and under which licence it may be shown. Articles that show it already follow
 * in what it shows, unless they say it in their own words.
 *
 * @returns what was said before
 */
export async function describePicture(
  unit: Unit,
  { picture, by, ...said }: PictureSaid & { picture: Id; by?: Id | undefined },
): Promise<Required<PictureSaid>> {
  const row = await pictureRow(unit, picture)
  await say(unit, [picture], said)
  await record(unit, { by, action: 'picture.described', object: `picture:${picture}` })
  const before = { id: row.alt_id, en: row.alt_en }
  const now = await pictureRow(unit, picture)
  if (now.alt_id !== before.id || now.alt_en !== before.en) unit.tell({ kind: 'picture.described', picture, before })
  return { alt: before, credit: row.credit, licence: row.licence }
}

/** Names who made several pictures. @returns whom each named before */
export async function creditPictures(
  unit: Unit,
  { pictures, by, credit }: Doing & { credit: string },
): Promise<{ id: Id; credit: string }[]> {
  const rows = await rowsOf(unit, pictures)
  await say(unit, pictures, { credit })
  await recordAll(unit, { pictures, by, action: 'picture.credited', details: { credit: oneLine(credit) } })
  return rows.map((row) => ({ id: row.id, credit: row.credit }))
}

async function say(unit: Unit, ids: readonly Id[], { alt, credit, licence }: PictureSaid): Promise<void> {
  const set = {
    ...(alt?.id !== undefined && { alt_id: fitting(alt.id) }),
    ...(alt?.en !== undefined && { alt_en: fitting(alt.en) }),
    ...(credit !== undefined && { credit: fitting(credit) }),
    ...(licence !== undefined && { licence: fitting(licence) }),
  }
  if (Object.keys(set).length === 0) return
  await unit.tx
    .updateTable('picture')
    .set(set)
    .where('id', 'in', [...ids])
    .execute()
  await keepWords(unit, ids)
}

/** Puts pictures into a folder, or on top of all folders. @returns where each was before */
export async function movePictures(
  unit: Unit,
  { pictures, by, folder }: Doing & { folder: Id | undefined },
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
  if (!row) throw new NotFound('That folder is not there any more: choose another')
  return row.name
}

/** Gives pictures labels and takes others from them. @returns what changed, so that it can be undone */
export async function labelPictures(
  unit: Unit,
  { pictures, by, add = [], remove = [] }: Doing & { add?: readonly Label[]; remove?: readonly Label[] },
): Promise<{ added: (Label & { id: Id })[]; removed: (Label & { id: Id })[] }> {
  await rowsOf(unit, pictures)
  const removed = await takeLabels(unit, pictures, remove.map(properLabel))
  const added = await giveLabels(unit, pictures, add.map(properLabel))
  await keepWords(unit, pictures)
  const details = {
    added: add.map(({ name }) => name).join(', '),
    removed: remove.map(({ name }) => name).join(', '),
  }
  await recordAll(unit, { pictures, by, action: 'picture.labelled', details })
  return { added, removed }
}

async function giveLabels(unit: Unit, pictures: readonly Id[], labels: readonly Label[]) {
  const rows = labels.flatMap((label) => pictures.map((picture_id) => ({ ...label, picture_id })))
  if (rows.length === 0) return []
  const given = await unit.tx
    .insertInto('picture_label')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['kind', 'name', 'picture_id']).doNothing())
    .returning(['kind', 'name', 'picture_id as id'])
    .execute()
  return given
}

async function takeLabels(unit: Unit, pictures: readonly Id[], labels: readonly Label[]) {
  const taken: (Label & { id: Id })[] = []
  for (const { kind, name } of labels) {
    const rows = await unit.tx
      .deleteFrom('picture_label')
      .where('kind', '=', kind)
      .where('name', '=', name)
      .where('picture_id', 'in', [...pictures])
      .returning(['kind', 'name', 'picture_id as id'])
      .execute()
    taken.push(...rows)
  }
  return taken
}

/** @throws NotFound when one of them is not in the library */
export async function rowsOf(unit: Unit, pictures: readonly Id[]) {
  if (pictures.length === 0) throw new Invalid('No picture is chosen: tick one')
  if (pictures.length > mostAtOnce) throw new Invalid(`${mostAtOnce} pictures are the most at once: choose fewer`)
  const rows = await unit.tx
    .selectFrom('picture')
    .select(['id', 'file', 'folder_id', 'credit'])
    .where('id', 'in', [...pictures])
    .where('removed_at', 'is', null)
    .execute()
  if (rows.length < new Set(pictures).size)
    throw new NotFound('One of the pictures is not in the library any more: load the page anew')
  return rows
}

/** Writes one deed into the audit log for each of several pictures. */
export async function recordAll(
  unit: Unit,
  { pictures, ...deed }: Doing & { action: string; details?: Record<string, string | null> },
): Promise<void> {
  for (const picture of pictures) await record(unit, { by: undefined, ...deed, object: `picture:${picture}` })
}

function properLabel({ kind, name }: Label): Label {
  const proper = oneLine(name)
  if (proper === '' || proper.length > longestLabel)
    throw new Invalid(`A label has one to ${longestLabel} characters: write the name of the device or event`)
  return { kind, name: proper }
}

function fitting(words: string): string {
  if (words.length > longest) throw new Invalid(`${longest} characters are the most for the words of a picture`)
  return oneLine(words)
}

const oneLine = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
