import { type Expression, type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Id, Tables } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { termsIn } from '#platform/list-words/list-words.ts'
import { inPlace, searchList } from '#platform/list-words/search-list.ts'
import { type Label, type LibraryPicture, pictureColumns, pictureIn, pictures } from './library-picture.ts'
import { pictureList } from './picture-words.ts'

/** What a page of the library shows. */
export interface PicturesWanted {
  /** `null`: what lies in no folder. */
  folder?: Id | null | undefined
  label?: Label | undefined
  /** Their names, words or labels hold words that begin so. */
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
  /** Where the next page begins, when there may be older ones. */
  before?: Id
}

/** Pictures of the library, the newest first. Where much is looked through, a page may hold few, or none, and lead on. */
export async function picturesPage({ reports }: Pick<Gawai, 'reports'>, wanted: PicturesWanted): Promise<PicturesPage> {
  const { before, limit } = wanted
  const { places, next } = await searchList<Id>(reports, {
    list: pictureList,
    terms: termsIn(wanted.words ?? ''),
    direction: 'desc',
    from: before === undefined ? undefined : { at: before, id: before },
    limit,
    atOf: (owner) =>
      sql`(select picture.id from picture where picture.id = ${owner} and ${all(conditions(wanted, owner))})`,
    ranges: (most) => [placesIn(reports, wanted, most)],
    also: walkedBy(wanted),
  })
  const ids = places.map(({ id }) => id)
  const rows =
    ids.length === 0 ? [] : await pictures(reports).select(pictureColumns).where('picture.id', 'in', ids).execute()
  const items = inPlace(places, rows).map(pictureIn)
  return next ? { items, before: next.id } : { items }
}

/** The places that one index knows: those of a label, or of a folder, or all. */
function placesIn(db: Kysely<Tables>, wanted: PicturesWanted, most: number): Expression<unknown> {
  const { folder, label, isRemoved, before } = wanted
  if (label) return labelledPlaces(db, label, wanted).limit(most)
  let query = db
    .selectFrom('picture')
    .select(['id', 'id as at'])
    .where('removed_at', isRemoved ? 'is not' : 'is', null)
    .orderBy('id', 'desc')
    .limit(most)
  if (before !== undefined) query = query.where('id', '<', before)
  return folder === undefined || isRemoved ? query : query.where('folder_id', folder === null ? 'is' : '=', folder)
}

function labelledPlaces(db: Kysely<Tables>, { kind, name }: Label, { isRemoved, before }: PicturesWanted) {
  const labelled = db
    .selectFrom('picture_label')
    .innerJoin('picture', 'picture.id', 'picture_id')
    .select(['picture_id as id', 'picture_id as at'])
    .where('picture_label.kind', '=', kind)
    .where('picture_label.name', '=', name)
    .where(isRemoved ? wasRemoved : isHere)
    .orderBy('picture_id', 'desc')
  return before === undefined ? labelled : labelled.where('picture_id', '<', before)
}

/** Spelled so that no database begins with all pictures that are here, where another table names the few. */
const isHere = sql<SqlBool>`coalesce(removed_at, 0) = 0`
const wasRemoved = sql<SqlBool>`coalesce(removed_at, 0) > 0`

/** What those places do not know yet. */
function walkedBy(wanted: PicturesWanted): ((owner: RawBuilder<Id>) => RawBuilder<SqlBool>) | undefined {
  const { folder, label, isUnused, isRemoved } = wanted
  const isFolderLeft = folder !== undefined && (label !== undefined || isRemoved === true)
  if (!isFolderLeft && !isUnused) return undefined
  return (owner) => all([...(isFolderLeft ? [inFolder(owner, folder)] : []), ...(isUnused ? [isUnusedOne(owner)] : [])])
}

/** The whole narrowing, asked of one picture. */
function conditions(
  { folder, label, isUnused, isRemoved }: PicturesWanted,
  owner: RawBuilder<Id>,
): RawBuilder<SqlBool>[] {
  return [
    isRemoved ? sql`removed_at is not null` : sql`removed_at is null`,
    ...(folder === undefined ? [] : [inFolder(owner, folder)]),
    ...(label ? [isLabelled(owner, label)] : []),
    ...(isUnused ? [isUnusedOne(owner)] : []),
  ]
}

const all = (held: readonly RawBuilder<SqlBool>[]) => sql<SqlBool>`(${sql.join(held, sql` and `)})`

const inFolder = (owner: RawBuilder<Id>, folder: Id | null) =>
  sql<SqlBool>`(select coalesce(one.folder_id, 0) from picture as one where one.id = ${owner}) = ${folder ?? 0}`

const isLabelled = (owner: RawBuilder<Id>, { kind, name }: Label) =>
  sql<SqlBool>`(select picture_id from picture_label where kind = ${kind} and name = ${name} and picture_id = ${owner}) is not null`

const isUnusedOne = (owner: RawBuilder<Id>) =>
  sql<SqlBool>`not exists (select 1 from picture_file as had inner join picture_use on picture_use.file = had.file where had.picture_id = ${owner})`

const mostDamaged = 50

/** Pictures whose stored file is damaged, the longest known first, for the library and the desks of those who can mend them. */
export async function damagedPictures({ db }: Pick<Gawai, 'db'>): Promise<LibraryPicture[]> {
  const rows = await pictures(db)
    .select(pictureColumns)
    .where('damaged_at', '>', 0)
    .where(isHere)
    .orderBy('damaged_at')
    .limit(mostDamaged)
    .execute()
  return rows.map(pictureIn)
}
