import { type Expression, type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Id, Tables } from '../database/tables.ts'
import type { Term } from './list-words.ts'

/** Where a row stands in its list: by `at`, and by its id among those of one `at`. */
export interface ListPlace<At extends string | number> {
  at: At
  id: Id
}

/** A list that is searched. */
export interface SearchedList<At extends string | number> {
  /** Its name in the table of words. */
  list: string
  terms: readonly Term[]
  direction: 'asc' | 'desc'
  /** Continues behind this place. */
  from: ListPlace<At> | undefined
  /** The `at` of a row by its id, a scalar; NULL for one that does not stand in the list as it is narrowed. */
  atOf(owner: RawBuilder<Id>): Expression<unknown>
  /** The places behind `from` in their order, no more than `most`: each is one range of an index. */
  ranges(most: number): Expression<unknown>[]
  /** What else must hold of a row that is walked by, and stands in no range of an index. */
  also?: ((owner: RawBuilder<Id>) => Expression<SqlBool>) | undefined
  limit: number
}

/** The places of one page; `next` when there may be more behind it. */
export interface FoundPlaces<At extends string | number> {
  places: ListPlace<At>[]
  next?: ListPlace<At>
}

/** Rows in the order of their places. */
export const inPlace = <Row extends { id: Id }>(places: readonly { id: Id }[], rows: readonly Row[]): Row[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return places.flatMap(({ id }) => byId.get(id) ?? [])
}

interface Bounds {
  /** A word of no more rows is looked up; where every word is of more, the list is walked, where they come soon. */
  owners: number
  /** So much of a list is walked at once: a page may hold few rows, or none, and lead on. */
  walked: number
}

const usualBounds: Bounds = { owners: 1000, walked: 3000 }

/**
 * Rows that hold every term, in the order of the list. What it costs is bounded, whatever is asked and wherever in the
 * list: docs/decisions/020.
 */
export async function searchList<At extends string | number>(
  db: Kysely<Tables>,
  wanted: SearchedList<At>,
  bounds = usualBounds,
): Promise<FoundPlaces<At>> {
  const rare = await rareOwners(db, wanted, bounds)
  return rare === undefined ? walk(db, wanted, bounds) : lookUp(db, wanted, rare)
}

/** Whose rows hold the first term that few do. */
async function rareOwners(
  db: Kysely<Tables>,
  { list, terms }: Pick<SearchedList<never>, 'list' | 'terms'>,
  { owners }: Bounds,
): Promise<RawBuilder<unknown> | undefined> {
  // Long words are the rarer ones.
  for (const term of terms.toSorted((one, other) => other.word.length - one.word.length)) {
    const held = ownersOf(list, term)
    const { rows: more } = await sql`${held} limit 1 offset ${sql.lit(owners)}`.execute(db)
    if (more.length === 0) return sql`${held} limit ${sql.lit(owners)}`
  }
  return undefined
}

/** Whose rows hold a term: a range of the key. */
function ownersOf(list: string, { word, isWhole }: Term): RawBuilder<unknown> {
  const held = isWhole ? sql`word = ${word}` : sql`word >= ${word} and word < ${word + lastSign}`
  return sql`select owner from list_word where list = ${list} and ${held}`
}

/** Behind it stands no sign, in the order of code points that both databases keep these words in. */
const lastSign = '\u{10ffff}'

async function lookUp<At extends string | number>(
  db: Kysely<Tables>,
  { list, terms, atOf, from, direction, limit }: SearchedList<At>,
  rare: RawBuilder<unknown>,
): Promise<FoundPlaces<At>> {
  const found = sql`select distinct owner as id from (${rare}) as held`
  const placed = sql`select id, ${atOf(sql`found.id`)} as at from (${found}) as found where ${holdAll(list, terms, sql`found.id`)}`
  const behind = from ? sql`(at, id) ${beyond(direction)} (${from.at}, ${from.id})` : sql`at is not null`
  const rows = await sql<ListPlace<At>>`
    select id, at from (${placed}) as placed where ${behind} order by ${order(direction)} limit ${limit + 1}`.execute(
    db,
  )
  return pageOf(rows.rows, limit)
}

async function walk<At extends string | number>(
  db: Kysely<Tables>,
  { list, terms, also, ranges, direction, limit }: SearchedList<At>,
  { walked: mostWalked }: Bounds,
): Promise<FoundPlaces<At>> {
  const isNarrowed = terms.length > 0 || also !== undefined
  const most = isNarrowed ? mostWalked : limit + 1
  const all = ranges(most).map((range, index) => sql`select id, at from (${range}) as ${sql.id(`range${index}`)}`)
  const walked = sql`select id, at from (${sql.join(all, sql` union all `)}) as ranges
    order by ${order(direction)} limit ${sql.lit(most)}`
  const wanted = sql`${holdAll(list, terms, sql`walked.id`)} and ${also?.(sql`walked.id`) ?? sql`1 = 1`}`
  const { rows } = await sql<ListPlace<At>>`select id, at from (${walked}) as walked where ${wanted}
    order by ${order(direction)} limit ${limit + 1}`.execute(db)
  if (rows.length > limit || !isNarrowed) return pageOf(rows, limit)
  const end = await sql<ListPlace<At>>`select id, at from (${walked}) as walked
    order by ${order(direction)} limit 1 offset ${sql.lit(most - 1)}`.execute(db)
  const [next] = end.rows
  return next ? { places: rows, next } : { places: rows }
}

function pageOf<At extends string | number>(rows: readonly ListPlace<At>[], limit: number): FoundPlaces<At> {
  const places = rows.slice(0, limit)
  const last = places.at(-1)
  return rows.length > limit && last ? { places, next: last } : { places }
}

/** Asked of each row: in a join, PostgreSQL would take its statistics' word for reading the table whole. */
function holdAll(list: string, terms: readonly Term[], owner: RawBuilder<Id>): RawBuilder<SqlBool> {
  if (terms.length === 0) return sql<SqlBool>`1 = 1`
  const held = terms.map(({ word, isWhole }) => sql`words like ${isWhole ? `% ${word} %` : `% ${word}%`}`)
  return sql<SqlBool>`(select ${sql.join(held, sql` and `)} from list_line where list = ${list} and owner = ${owner})`
}

const beyond = (direction: 'asc' | 'desc') => (direction === 'asc' ? sql`>` : sql`<`)
const order = (direction: 'asc' | 'desc') => (direction === 'asc' ? sql`at, id` : sql`at desc, id desc`)
