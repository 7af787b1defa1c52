import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import './tables.ts'
import type { ProvenanceKind } from './tables.ts'

/** From whom something is known: everything that the catalogue says has one. */
export interface Provenance {
  kind: ProvenanceKind
  /** Such as "LineageOS wiki". */
  name: string
  url?: string | undefined
  /** Such as "CC BY-SA 3.0"; it is named wherever the value is shown. */
  licence?: string | undefined
  organisation?: Id | undefined
  article?: Id | undefined
}

const known = compileOnce<{ kind: ProvenanceKind; name: string; url: string }>()((db, blank) =>
  db
    .selectFrom('provenance')
    .select('id')
    .where('kind', '=', blank.kind)
    .where('name', '=', blank.name)
    .where('url', '=', blank.url),
)

/** Finds what was said by the same before, or adds it. */
export async function keepProvenance(unit: Unit, { kind, name, url = '', ...more }: Provenance): Promise<Id> {
  const [row] = await known(unit.tx, { kind, name, url })
  if (row) return row.id
  const id = unit.newId()
  await unit.tx
    .insertInto('provenance')
    .values({
      id,
      kind,
      name,
      url,
      licence: more.licence ?? null,
      organisation_id: more.organisation ?? null,
      article_id: more.article ?? null,
    })
    .execute()
  return id
}
