import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { Invalid } from '#platform/refusals.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import { type Language, type Settings, siteLanguage } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { moveTo } from './address.ts'
import { formerlyCalled } from './former-slug.ts'
import { languagePrefix, sectionBase } from './permalink.ts'
import { nextPosition } from './section-order.ts'
import { latestSubject, sectionsSubject, shellSubject, sitemapSubject, wholeListSubjects } from './subjects.ts'

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

export interface NewSection {
  lang: Language
  name: string
  slug?: string | undefined
  description?: string | undefined
  parent?: Id
  /** Another language's name for a section that is there already. */
  section?: Id
  /** The path it had elsewhere; by default the base word and the slugs from the root. */
  path?: string
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

/**
 * Finds the section of that slug in that language, or adds it (or adds this language's name to `section`, which keeps
 * the one that it has).
 */
export async function keepSection(unit: Unit, settings: Settings, wanted: NewSection): Promise<Id> {
  const { lang, name, slug = slugOf(name), description = '', parent } = wanted
  if (slug === '') throw new Invalid(`The section "${name}" needs a slug: its name holds no letter or digit`)
  const known = await sectionOfSlug(unit, lang, slug)
  if (known !== undefined) return known
  if (wanted.section !== undefined && (await slugIn(unit, wanted.section, lang)) !== undefined) return wanted.section

  const id = wanted.section ?? unit.newId()
  if (wanted.section === undefined)
    await unit.tx
      .insertInto('section')
      .values({ id, parent_id: parent ?? null, position: await nextPosition(unit) })
      .execute()
  const path = await moveTo(
    unit,
    { kind: 'section', target: id, lang },
    wanted.path ?? (await ownPath(unit, settings, { lang, slug, id })),
  )
  await unit.tx.insertInto('section_name').values({ section_id: id, lang, slug, name, description, path }).execute()
  // Its name stands above the lists of those around it, and its page in the other language leads here.
  const around = await withAncestors(unit, id)
  unit.drop(...around.flatMap((one) => wholeListSubjects({ kind: 'section', id: one })))
  unit.drop(sectionsSubject, sitemapSubject)
  // The frame names it, and the front page gives it a block.
  if (parent === undefined) unit.drop(shellSubject(lang), latestSubject(lang))
  // What was published in it before carries its label from now on.
  if (wanted.section !== undefined) unit.drop(everythingSubject)
  return id
}

/** The section that goes by that slug, or went by it before. */
export async function sectionOfSlug(unit: Unit, lang: Language, slug: string): Promise<Id | undefined> {
  return (await sectionNamed(unit, lang, slug)) ?? formerlyCalled(unit, { kind: 'section', lang, slug })
}

/** The section that goes by that slug now. */
export async function sectionNamed(unit: Unit, lang: Language, slug: string): Promise<Id | undefined> {
  const row = await unit.tx
    .selectFrom('section_name')
    .select('section_id')
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.section_id
}

/** Calls the section something else in one language. Its address stays: readers and search engines know it. */
export async function nameSection(
  unit: Unit,
  section: Id,
  { lang, name, description }: { lang: Language; name: string; description?: string | undefined },
): Promise<void> {
  const named = await unit.tx
    .updateTable('section_name')
    .set({ name, ...(description !== undefined && { description }) })
    .where('section_id', '=', section)
    .where('lang', '=', lang)
    .where((row) =>
      row.or([row('name', '!=', name), ...(description === undefined ? [] : [row('description', '!=', description)])]),
    )
    .returning('section_id')
    .execute()
  // The name stands on every page of every article in it.
  if (named.length > 0) unit.drop(everythingSubject)
}

/** The section and all above it, nearest first. Ends even if the rows form a ring. */
export async function withAncestors(unit: Pick<Unit, 'tx'>, section: Id): Promise<Id[]> {
  const line: Id[] = []
  let next: Id | null = section
  while (next !== null && !line.includes(next)) {
    line.push(next)
    const row: { parent_id: Id | null } | undefined = await parentOf(unit, next)
    next = row?.parent_id ?? null
  }
  return line
}

const parents = compileOnce<{ id: Id }>()((db, blank) =>
  db.selectFrom('section').select('parent_id').where('id', '=', blank.id),
)
const parentOf = async (unit: Pick<Unit, 'tx'>, id: Id) => (await parents(unit.tx, { id }))[0]

/** The path that it gets by itself: the base word and the slugs from the root. */
export async function ownPath(
  unit: Unit,
  settings: Settings,
  { lang, slug, id }: { lang: Language; slug: string; id: Id },
): Promise<string> {
  const [, ...above] = await withAncestors(unit, id)
  const names = await Promise.all(above.map((ancestor) => slugIn(unit, ancestor, lang)))
  const slugs = [...names.filter((name) => name !== undefined).toReversed(), slug]
  const prefix = languagePrefix(lang, settings.get(siteLanguage))
  const path = `${prefix}/${settings.get(sectionBase[lang])}/${slugs.map(encodeURIComponent).join('/')}/`
  return canonicalPath(path) ?? path
}

async function slugIn(unit: Unit, section: Id, lang: Language): Promise<string | undefined> {
  const row = await unit.tx
    .selectFrom('section_name')
    .select('slug')
    .where('section_id', '=', section)
    .where('lang', '=', lang)
    .executeTakeFirst()
  return row?.slug
}
