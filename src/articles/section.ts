import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import type { Language, Settings } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { moveTo } from './address.ts'
import { formerlyCalled } from './former-slug.ts'
import { noSlugIn } from './proper-slug.ts'
import { nextPosition } from './section-order.ts'
import { ownPath, slugIn, withAncestors } from './section-path.ts'
import { latestSubject, sectionsSubject, shellSubject, sitemapSubject, wholeListSubjects } from './subjects.ts'

/** A section as it is asked for; also one that is there already and gets a name in another language. */
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

/**
 * Finds the section of that slug in that language, or adds it (or adds this language's name to `section`, which keeps
 * the one that it has).
 *
 * @throws Invalid when neither a slug nor the name gives a word for the address
 */
export async function keepSection(unit: Unit, settings: Settings, wanted: NewSection): Promise<Id> {
  const { lang, name, slug = slugOf(name), description = '', parent } = wanted
  if (slug === '') throw noSlugIn(name)
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
