import { sql } from 'kysely'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Label, type LibraryPicture, pictureColumns, pictureIn, pictures } from './library-picture.ts'
import { pictureWords } from './picture-words.ts'

/** What a page of the library shows. */
export interface PicturesWanted {
  /** `null`: what lies in no folder. */
  folder?: Id | null | undefined
  label?: Label | undefined
  /** All of these stand in their names, words or labels. */
  words?: string | undefined
  /** Only those that nobody shows. */
  isUnused?: boolean | undefined
  /** Those that were taken out of the library and can come back. */
  isRemoved?: boolean | undefined
  /** Continues where a page ended. */
  before?: Id | undefined
  limit: number
}

/** Pictures of one page, the newest first. */
export interface PicturesPage {
  items: LibraryPicture[]
  /** Where the next page begins: there may be older ones. */
  before?: Id
}

/** So many are looked through at once for what no index finds: a page may hold few of them, or none, and lead on. */
const lookedThrough = 5000

/** Pictures of the library, the newest first, a page by key. */
export async function picturesPage(gawai: Pick<Gawai, 'reports'>, wanted: PicturesWanted): Promise<PicturesPage> {
  const words = pictureWords(wanted.words ?? '')
  const isSearch = words.length > 0 || wanted.isUnused === true
  const within = placed(gawai, wanted)
  const some = isSearch ? within.limit(lookedThrough) : within.limit(wanted.limit + 1)
  const rows = await pictures(gawai.reports)
    .innerJoin(some.as('some'), 'some.id', 'picture.id')
    .select(pictureColumns)
    .where((all) =>
      all.and([
        ...words.map((word) => sql<boolean>`picture.words like ${`%${literally(word)}%`} escape '!'`),
        ...(wanted.isUnused
          ? [
              all.not(
                all.exists(
                  all
                    .selectFrom('picture_file as had')
                    .innerJoin('picture_use', 'picture_use.file', 'had.file')
                    .select('had.file')
                    .whereRef('had.picture_id', '=', 'picture.id'),
                ),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('picture.id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const items = rows.slice(0, wanted.limit).map(pictureIn)
  const last = rows.length > wanted.limit ? items.at(-1)?.id : isSearch ? await windowEnd(gawai, wanted) : undefined
  return last === undefined ? { items } : { items, before: last }
}

/** The ids of pictures by what indexes know of them. */
function placed({ reports }: Pick<Gawai, 'reports'>, { folder, label, isRemoved, before }: PicturesWanted) {
  let query = reports
    .selectFrom('picture')
    .select('picture.id')
    // Not `is not null`: no index is asked for that.
    .where('removed_at', isRemoved ? '>' : 'is', isRemoved ? 0 : null)
    .orderBy('picture.id', 'desc')
  if (folder !== undefined) query = query.where('folder_id', folder === null ? 'is' : '=', folder)
  if (before !== undefined) query = query.where('picture.id', '<', before)
  return label === undefined
    ? query
    : query
        .innerJoin('picture_label', 'picture_label.picture_id', 'picture.id')
        .where('picture_label.kind', '=', label.kind)
        .where('picture_label.name', '=', label.name)
}

/** The oldest that was looked at, when there are older ones. */
async function windowEnd(gawai: Pick<Gawai, 'reports'>, wanted: PicturesWanted): Promise<Id | undefined> {
  const [last] = await placed(gawai, wanted)
    .offset(lookedThrough - 1)
    .limit(1)
    .execute()
  return last?.id
}

/** Signs that LIKE would take for wildcards. */
const literally = (word: string): string => word.replace(/[!%_]/g, '!$&')

const mostDamaged = 50

/** Pictures whose stored file is damaged, the longest known first, for the library and the desks of those who can mend them. */
export async function damagedPictures({ db }: Pick<Gawai, 'db'>): Promise<LibraryPicture[]> {
  const rows = await pictures(db)
    .select(pictureColumns)
    .where('damaged_at', 'is not', null)
    .where('removed_at', 'is', null)
    .orderBy('damaged_at')
    .limit(mostDamaged)
    .execute()
  return rows.map(pictureIn)
}

const mostLabels = 200

/** The labels that pictures have, by name. */
export async function allLabels({ reports }: Pick<Gawai, 'reports'>): Promise<Label[]> {
  return reports
    .selectFrom('picture_label')
    .select(['kind', 'name'])
    .distinct()
    .orderBy('kind')
    .orderBy('name')
    .limit(mostLabels)
    .execute()
}
