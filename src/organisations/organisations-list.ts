import { type Kysely, sql, type SqlBool } from 'kysely'
import type { Id, Tables } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { termsIn } from '#platform/list-words/list-words.ts'
import { inPlace, searchList } from '#platform/list-words/search-list.ts'
import type { OrganisationKind } from './organisation.ts'
import { organisationList } from './organisation-words.ts'

/** An organisation as the newsroom lists it. */
export interface OrganisationLine {
  id: Id
  slug: string
  name: string
  kind: OrganisationKind
  isBrand: boolean
  url: string | null
}

/** What a page of organisations is asked for. */
interface OrganisationsWanted {
  kind?: OrganisationKind | undefined
  /** Name or slug hold words that begin so. */
  words?: string
  /** A slug from `OrganisationsPage.after`. */
  after?: string | undefined
  limit: number
}

/** Organisations of one page; `after` when there may be more. */
interface OrganisationsPage {
  items: OrganisationLine[]
  after?: string
}

/** The organisations by their slugs. Where much holds what is looked for, a page may hold few and lead on. */
export async function organisationsPage(
  { reports }: Pick<Gawai, 'reports'>,
  { kind, words = '', after, limit }: OrganisationsWanted,
): Promise<OrganisationsPage> {
  const ofKind = kind === undefined ? sql`1 = 1` : sql`kind = ${kind}`
  const { places, next } = await searchList<string>(reports, {
    list: organisationList,
    terms: termsIn(words),
    direction: 'asc',
    from: after === undefined ? undefined : { at: after, id: Number.MAX_SAFE_INTEGER },
    limit,
    atOf: (owner) => sql`(select slug from organisation where organisation.id = ${owner} and ${stands} and ${ofKind})`,
    ranges: (most) => [standing(reports, { kind, after }).limit(most)],
  })
  const ids = places.map(({ id }) => id)
  const items = inPlace(places, await linesOf(reports, ids))
  return next ? { items, after: next.at } : { items }
}

/** Spelled so that no database takes the index of merged ones for all the others, and then sorts them. */
const stands = sql<SqlBool>`coalesce(merged_into, 0) = 0`

function standing(db: Kysely<Tables>, { kind, after }: Pick<OrganisationsWanted, 'kind' | 'after'>) {
  let query = db.selectFrom('organisation').select(['id', 'slug as at']).where(stands).orderBy('slug')
  if (kind !== undefined) query = query.where('kind', '=', kind)
  return after === undefined ? query : query.where('slug', '>', after)
}

async function linesOf(db: Kysely<Tables>, ids: readonly Id[]): Promise<OrganisationLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'kind', 'is_brand', 'url'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ is_brand, ...row }) => ({ ...row, isBrand: is_brand === 1 }))
}
