import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'

/** A part of the newsroom's field (phones, carriers), in one language. Sections form a tree. */
export interface Section {
  id: Id
  parent?: Id
  slug: string
  name: string
  description: string
  path: string
  /** Its position in the head of every page, see `MenuItem`. */
  head?: number
}

const all = compileOnce<{ lang: Language }>()((db, blank) =>
  db
    .selectFrom('section')
    .leftJoin('section_name', (join) =>
      join.onRef('section_name.section_id', '=', 'section.id').on('section_name.lang', '=', blank.lang),
    )
    .leftJoin('menu_item', (join) =>
      join
        .onRef('menu_item.target_id', '=', 'section.id')
        .on('menu_item.menu', '=', 'head')
        .on('menu_item.lang', '=', blank.lang),
    )
    .select(['section.id', 'section.parent_id', 'slug', 'name', 'description', 'path', 'menu_item.position as head'])
    .orderBy('section.position')
    .orderBy('section.id'),
)

/**
 * Every section that has a name in this language, in the order that the editors gave them. One whose parent has none
 * hangs under the next above it that has.
 */
export async function sectionTree({ db }: Pick<Gawai, 'db'>, lang: Language): Promise<Section[]> {
  const rows = await all(db, { lang })
  const parents = new Map(rows.map(({ id, parent_id }) => [id, parent_id]))
  const named = new Set(rows.filter(({ name }) => name !== null).map(({ id }) => id))
  return rows.flatMap(({ id, parent_id, slug, name, description, path, head }) => {
    if (slug === null || name === null || description === null || path === null) return []
    const parent = nearest(parent_id, named, parents)
    const placed = head === null ? {} : { head }
    return [{ id, slug, name, description, path, ...placed, ...(parent !== undefined && { parent }) }]
  })
}

function nearest(from: Id | null, named: ReadonlySet<Id>, parents: ReadonlyMap<Id, Id | null>): Id | undefined {
  const seen = new Set<Id>()
  for (let id = from; id !== null && !seen.has(id); id = parents.get(id) ?? null) {
    if (named.has(id)) return id
    seen.add(id)
  }
  return undefined
}

/** Those that stand under no other. */
export const rootSections = (tree: readonly Section[]): Section[] => tree.filter(({ parent }) => parent === undefined)

const one = compileOnce<{ id: Id; lang: Language }>()((db, blank) =>
  db
    .selectFrom('section_name')
    .select(['section_id as id', 'slug', 'name', 'description', 'path'])
    .where('section_id', '=', blank.id)
    .where('lang', '=', blank.lang),
)

/** A section in one language, without its place in the tree. */
export async function findSection(
  { db }: Pick<Gawai, 'db'>,
  id: Id,
  lang: Language,
): Promise<Omit<Section, 'parent'> | undefined> {
  return (await one(db, { id, lang }))[0]
}
