import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict } from '#platform/refusals.ts'
import { pictureOfFile, pictureRow } from './find-picture.ts'
import { type KeptFile, type KeptPicture, shown } from './keep-picture.ts'
import { hrefOf } from './names.ts'
import { keepPictureWords } from './picture-words.ts'

/** Who keeps it, and where it goes. */
export interface Placing {
  by?: Id | undefined
  folder?: Id | undefined
  credit?: string | undefined
  /** What somebody misses who cannot see it, by the language in which it is said. */
  alt?: { id?: string | undefined; en?: string | undefined } | undefined
}

/**
 * Gives kept pictures a place in the library, in the unit that makes somebody show them. One that is there already
 * stays as it is; one that was removed comes back.
 *
 * @returns the picture's id
 */
export async function registerPicture(unit: Unit, kept: KeptFile, placing: Placing = {}): Promise<Id> {
  const known = await unit.tx
    .selectFrom('picture_file')
    .select('picture_id')
    .where('file', '=', kept.file)
    .executeTakeFirst()
  if (known) {
    await unit.tx.updateTable('picture').set({ removed_at: null }).where('id', '=', known.picture_id).execute()
    return known.picture_id
  }
  return newPicture(unit, kept, placing)
}

async function newPicture(unit: Unit, kept: KeptFile, { by, folder, credit = '', alt = {} }: Placing): Promise<Id> {
  const id = unit.newId()
  await unit.tx
    .insertInto('picture')
    .values({
      id,
      file: kept.file,
      alt_id: alt.id ?? '',
      alt_en: alt.en ?? '',
      credit,
      licence: '',
      folder_id: folder ?? null,
      made_at: unit.now,
      made_by: by ?? null,
      removed_at: null,
    })
    .execute()
  await newFile(unit, id, kept, by)
  await keepPictureWords(unit, [id])
  return id
}

/** Writes down a file of a picture; one that another has left becomes its own. @throws Conflict when another shows it */
export async function newFile(unit: Unit, picture: Id, kept: KeptFile, by: Id | undefined): Promise<void> {
  const { file, name, width, height, bytes, colour, focus, crop, original, keptSum, originalSum } = kept
  const said = {
    picture_id: picture,
    name: name.replace(/^.*[/\\]/, ''),
    width,
    height,
    bytes,
    colour,
    original: original ?? null,
    focus_x: focus?.x ?? null,
    focus_y: focus?.y ?? null,
    crop: crop ? JSON.stringify(crop) : null,
    kept_sum: keptSum,
    original_sum: original === undefined ? null : originalSum,
    made_at: unit.now,
    made_by: by ?? null,
    left_at: null,
    damaged_at: null,
  }
  const written = await unit.tx
    .insertInto('picture_file')
    .values({ file, ...said })
    .onConflict((conflict) =>
      conflict
        .column('file')
        .doUpdateSet(said)
        .where((had) =>
          had.or([had('picture_file.picture_id', '=', picture), had('picture_file.left_at', 'is not', null)]),
        ),
    )
    .returning('file')
    .execute()
  if (written.length === 0)
    throw new Conflict(`The picture "${name}" is in the library already: use that one`, {
      key: 'refusedPicture.inLibrary',
      values: { name },
    })
}

/**
 * What a page shows of a kept file: an editor may have cropped or replaced it in the library since.
 */
export async function shownNow(gawai: Pick<Gawai, 'db'>, kept: KeptFile): Promise<KeptPicture> {
  const known = await pictureOfFile(gawai, kept.file)
  return shown(known ?? kept)
}

/** What a picture shows now, and the files that it showed before. @throws NotFound */
export async function formerFiles(unit: Unit, picture: Id): Promise<{ now: KeptPicture; former: string[] }> {
  const now = await pictureRow(unit, picture)
  const rows = await unit.tx
    .selectFrom('picture_file')
    .select(['file', 'width', 'height', 'colour'])
    .where('picture_id', '=', picture)
    .execute()
  const shows = rows.find(({ file }) => file === now.file)
  if (!shows) throw new Error(`The picture ${picture} shows a file that it does not have`)
  const former = rows.map(({ file }) => file).filter((file) => file !== now.file)
  return { now: shown({ ...shows, src: hrefOf(shows.file) }), former }
}
