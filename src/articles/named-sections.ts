import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import './tables.ts'

/** A section with all its names, as the newsroom arranges it. */
export interface NamedSection {
  id: Id
  parent?: Id
  /** How many stand above it. */
  depth: number
  /** Itself and all above it. */
  line: Id[]
  names: Partial<Record<Language, { name: string; slug: string; description: string; path: string }>>
}

/** Every section below the one it belongs to, in the editors' order, whatever languages it has a name in. */
export async function namedSections({ db }: Pick<Gawai, 'db'>): Promise<NamedSection[]> {
  const rows = await db.selectFrom('section').select(['id', 'parent_id']).orderBy('position').orderBy('id').execute()
  const named = await db
    .selectFrom('section_name')
    .select(['section_id', 'lang', 'name', 'slug', 'description', 'path'])
    .execute()
  const names = Map.groupBy(named, ({ section_id }) => section_id)
  const below = Map.groupBy(rows, ({ parent_id }) => parent_id)
  const walk = (parent: Id | null, above: readonly Id[]): NamedSection[] =>
    (below.get(parent) ?? []).flatMap(({ id }) => [
      {
        id,
        ...(parent !== null && { parent }),
        depth: above.length,
        line: [id, ...above],
        names: Object.fromEntries((names.get(id) ?? []).map(({ lang, ...words }) => [lang, words])),
      },
      ...(above.includes(id) ? [] : walk(id, [id, ...above])),
    ])
  return walk(null, [])
}
