import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'
import type { ProvenanceKind } from '../tables.ts'

/** From whom something is known, as a page names it. */
export interface NamedProvenance {
  id: Id
  kind: ProvenanceKind
  name: string
  /** Nothing where there is no page to look at. */
  url: string
  licence?: string
}

export async function provenancesOf({ db }: Pick<Gawai, 'db'>, ids: Iterable<Id>): Promise<Map<Id, NamedProvenance>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('provenance')
    .select(['id', 'kind', 'name', 'url', 'licence'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ licence, ...row }) => [row.id, { ...row, ...(licence !== null && { licence }) }]))
}
