import { sql } from 'kysely'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { slugOf } from '#platform/slug.ts'
import type { OrganisationKind } from './organisation.ts'

/** An organisation as the newsroom lists it. */
export interface OrganisationLine {
  id: Id
  slug: string
  name: string
  kind: OrganisationKind
  isBrand: boolean
  url: string | null
}

const mostWords = 5

/**
 * The organisations by their slugs: a page by key.
 *
 * @param words all of these stand in the slug
 * @param after the last slug of the page before
 */
export async function organisationsPage(
  { reports }: Pick<Gawai, 'reports'>,
  wanted: { kind?: OrganisationKind | undefined; words?: string; after?: string | undefined; limit: number },
): Promise<OrganisationLine[]> {
  let query = reports
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'kind', 'is_brand', 'url'])
    // Spelled so that no database takes the index of merged ones for all the others, and then sorts them.
    .where((row) => row(row.fn.coalesce('merged_into', row.val(0)), '=', 0))
    .orderBy('slug')
    .limit(wanted.limit)
  if (wanted.kind !== undefined) query = query.where('kind', '=', wanted.kind)
  const words = slugOf(wanted.words ?? '').split('-')
  for (const word of words.filter((one) => one !== '').slice(0, mostWords))
    query = query.where(sql<boolean>`slug like ${`%${word}%`}`)
  if (wanted.after !== undefined) query = query.where('slug', '>', wanted.after)
  const rows = await query.execute()
  return rows.map(({ is_brand, ...row }) => ({ ...row, isBrand: is_brand === 1 }))
}
