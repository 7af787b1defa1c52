import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type Language, language, type Settings } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { moveTo } from './address.ts'
import { forgetSlug, rememberSlug } from './former-slug.ts'
import { refuseImproper } from './proper-slug.ts'
import { ownPath } from './section-path.ts'
import { keepSection, nameSection, type NewSection, sectionNamed, sectionOfSlug } from './section.ts'
import { sectionsSubject, sitemapSubject, wholeListSubjects } from './subjects.ts'

/** How a section goes by in one language. */
export const sectionWordsSchema = z.object({
  lang: language,
  name: z.string(),
  description: z.string(),
  slug: z.string(),
})
export type SectionWords = z.infer<typeof sectionWordsSchema>

/** Adds a section in somebody's name. @throws Conflict when another goes by that slug */
export async function addSection(
  unit: Unit,
  settings: Settings,
  { by, ...wanted }: NewSection & { by: Id | undefined },
): Promise<Id> {
  const { lang, name, slug = slugOf(name) } = wanted
  const known = await sectionOfSlug(unit, lang, slug)
  if (known !== undefined && known !== wanted.section) throw taken(slug)
  const section = await keepSection(unit, settings, wanted)
  await record(unit, { by, action: 'section.added', object: `section:${section}`, details: { lang, name, slug } })
  return section
}

/**
 * Calls a section otherwise in one language, and gives it another address when its slug is another: the old one and
 * those below it lead there from now on.
 *
 * @returns how it went by before
 * @throws NotFound when it has no name in that language
 * @throws Conflict when another section goes by that slug, or something lives at its address
 */
export async function changeSection(
  unit: Unit,
  settings: Settings,
  { section, by, ...words }: SectionWords & { section: Id; by: Id | undefined },
): Promise<SectionWords> {
  const before = await sectionWords(unit, section, words.lang)
  await nameSection(unit, section, words)
  if (words.slug !== before.slug) await moveSection(unit, settings, section, { ...before, to: words.slug })
  const details = { lang: words.lang, name: words.name, slug: words.slug }
  await record(unit, { by, action: 'section.changed', object: `section:${section}`, details })
  return { lang: before.lang, name: before.name, description: before.description, slug: before.slug }
}

async function sectionWords(unit: Unit, section: Id, lang: Language) {
  const row = await unit.tx
    .selectFrom('section_name')
    .select(['lang', 'name', 'description', 'slug', 'path'])
    .where('section_id', '=', section)
    .where('lang', '=', lang)
    .executeTakeFirst()
  if (!row) throw new NotFound(`Section ${section} has no name in that language`, { key: 'refusedSection.noName' })
  return row
}

async function moveSection(
  unit: Unit,
  settings: Settings,
  section: Id,
  { lang, slug, path: from, to }: { lang: Language; slug: string; path: string; to: string },
): Promise<void> {
  refuseImproper(to)
  const other = await sectionNamed(unit, lang, to)
  if (other !== undefined && other !== section) throw taken(to)
  const own = await ownPath(unit, settings, { lang, slug: to, id: section })
  const path = await moveTo(unit, { kind: 'section', target: section, lang }, own, { isExact: true })
  await unit.tx
    .updateTable('section_name')
    .set({ slug: to, path })
    .where('section_id', '=', section)
    .where('lang', '=', lang)
    .execute()
  await forgetSlug(unit, { kind: 'section', lang, slug: to })
  await rememberSlug(unit, { kind: 'section', lang, slug, target: section })
  await moveBelow(unit, lang, from, path)
  // Its address stands in the frame, above lists and as the label of every article in it.
  unit.drop(everythingSubject, sectionsSubject, sitemapSubject)
}

const taken = (slug: string) =>
  new Conflict(`A section goes by "${slug}" already: choose another word`, {
    key: 'refusedSection.taken',
    values: { slug },
  })

/** The addresses of the sections below begin with the one above: they follow it. */
async function moveBelow(unit: Unit, lang: Language, from: string, to: string): Promise<void> {
  const named = await unit.tx
    .selectFrom('section_name')
    .select(['section_id', 'path'])
    .where('lang', '=', lang)
    .execute()
  for (const { section_id: target, path: old } of named.filter(({ path }) => path !== to && path.startsWith(from))) {
    const path = await moveTo(unit, { kind: 'section', target, lang }, to + old.slice(from.length), { isExact: true })
    await unit.tx
      .updateTable('section_name')
      .set({ path })
      .where('section_id', '=', target)
      .where('lang', '=', lang)
      .execute()
    unit.drop(...wholeListSubjects({ kind: 'section', id: target }))
  }
}

/**
 * Takes out a section that was only just added.
 *
 * @throws Conflict when anything stands in it, hangs below it or was written for it
 */
export async function removeSection(unit: Unit, { section, by }: { section: Id; by: Id | undefined }): Promise<void> {
  if (await isNeeded(unit, section))
    throw new Conflict('The section is in use by now and stays', { key: 'refusedSection.inUse' })
  await unit.tx.deleteFrom('section_name').where('section_id', '=', section).execute()
  await unit.tx.deleteFrom('address').where('kind', '=', 'section').where('target_id', '=', section).execute()
  await unit.tx.deleteFrom('menu_item').where('menu', '=', 'head').where('target_id', '=', section).execute()
  await unit.tx.deleteFrom('section').where('id', '=', section).execute()
  await record(unit, { by, action: 'section.removed', object: `section:${section}` })
  unit.drop(everythingSubject, sectionsSubject, sitemapSubject)
}

async function isNeeded({ tx }: Unit, section: Id): Promise<boolean> {
  const uses = await Promise.all([
    tx.selectFrom('section').select('id').where('parent_id', '=', section).limit(1).execute(),
    tx.selectFrom('role_grant').select('id').where('section_id', '=', section).limit(1).execute(),
    tx.selectFrom('publication').select('article_id').where('section_id', '=', section).limit(1).execute(),
    // Ids grow with time, so only what was written since is looked at: a draft may name it, too.
    tx
      .selectFrom('revision')
      .select('id')
      .where('id', '>', section)
      .where('details', 'like', `%${section}%`)
      .limit(1)
      .execute(),
  ])
  return uses.some((rows) => rows.length > 0)
}
