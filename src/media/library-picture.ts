import type { Kysely, Selectable } from 'kysely'
import type { Id, Instant, Tables } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Crop, cropSchema } from './crop.ts'
import type { Focus } from './focus.ts'
import { hrefOf } from './names.ts'
import type { LabelKind, PictureFileTable } from './tables.ts'

/** A picture of the library. */
export interface LibraryPicture {
  id: Id
  file: string
  /** A path of this site. */
  src: string
  name: string
  width: number
  height: number
  bytes: number
  colour: string
  focus?: Focus
  crop?: Crop
  /** What somebody misses who cannot see it, in each language. */
  alt: { id: string; en: string }
  credit: string
  licence: string
  folder?: Id
  madeAt: Instant
  /** The account. */
  madeBy?: Id
  removedAt?: Instant
  /** When its stored file was found damaged, and could not be mended. */
  damagedAt?: Instant
}

/** A device or event that a picture shows. */
export interface Label {
  kind: LabelKind
  name: string
}

/** Pictures with the file that each shows. */
export const pictures = (db: Kysely<Tables>) =>
  db.selectFrom('picture').innerJoin('picture_file', 'picture_file.file', 'picture.file')

/** Everything that `pictureIn` needs. */
export const pictureColumns = [
  'picture.id',
  'picture.file',
  'picture_file.name',
  'width',
  'height',
  'bytes',
  'colour',
  'focus_x',
  'focus_y',
  'crop',
  'alt_id',
  'alt_en',
  'credit',
  'licence',
  'folder_id',
  'picture.made_at',
  'picture.made_by',
  'removed_at',
  'damaged_at',
] as const

type Row = Pick<Tables['picture'], 'id' | 'file' | 'alt_id' | 'alt_en' | 'credit' | 'licence' | 'folder_id'> &
  Pick<Tables['picture'], 'made_at' | 'made_by' | 'removed_at'> &
  Pick<
    PictureFileTable,
    'name' | 'width' | 'height' | 'bytes' | 'colour' | 'focus_x' | 'focus_y' | 'crop' | 'damaged_at'
  >

/** A row of `pictures` as the library speaks of it. */
export function pictureIn(row: Selectable<Row>): LibraryPicture {
  const { id, file, name, width, height, bytes, colour, credit, licence } = row
  return {
    id,
    file,
    src: hrefOf(file),
    name,
    width,
    height,
    bytes,
    colour,
    credit,
    licence,
    ...viewOf(row),
    alt: { id: row.alt_id, en: row.alt_en },
    madeAt: row.made_at,
    ...(row.folder_id !== null && { folder: row.folder_id }),
    ...(row.made_by !== null && { madeBy: row.made_by }),
    ...(row.removed_at !== null && { removedAt: row.removed_at }),
    ...(row.damaged_at !== null && { damagedAt: row.damaged_at }),
  }
}

/** What of the upload a file shows. */
export function viewOf({ focus_x, focus_y, crop }: Pick<Row, 'focus_x' | 'focus_y' | 'crop'>) {
  return {
    ...(focus_x !== null && focus_y !== null && { focus: { x: focus_x, y: focus_y } }),
    ...(crop !== null && { crop: cropSchema.parse(JSON.parse(crop)) }),
  }
}

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

/** The accounts that brought the pictures, for who asks what somebody may do to them. */
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
