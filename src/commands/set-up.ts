import { arrangeFront, articleOfSlug, keepSection, keepTopic, nameSection, nameTopic, placeSections } from '#articles'
import { describeOrganisation, keepOrganisation } from '#organisations'
import { describePerson, keepPerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import { languages, type Settings, siteDescription, siteName, siteZone } from '#platform/settings.ts'
import type { NewsroomFile, SectionEntry } from './newsroom-file.ts'

/**
 * Makes the newsroom be as the file says: its names, sections, topics, people and brands, in one write. What the file
 * does not name stays; the same file again changes nothing.
 */
export async function setUp({ write, settings }: Gawai, file: NewsroomFile): Promise<void> {
  await write(async (unit) => {
    await nameSite(unit, settings, file)
    await placeSections(unit, await keepSections(unit, settings, file.sections))
    for (const topic of file.topics) await keepNamedTopic(unit, settings, topic)
    for (const person of file.people) await keepStaff(unit, person)
    for (const brand of file.brands) await keepBrand(unit, brand)
  })
}

/**
 * Puts the stories that the file names on the front pages.
 *
 * @throws Invalid naming a slug that no article has
 */
export async function setUpFront({ write }: Gawai, name: string, { front }: NewsroomFile): Promise<void> {
  await write(async (unit) => {
    for (const lang of languages) {
      const slugs = front[lang]
      if (slugs === undefined) continue
      const articles: Id[] = []
      for (const slug of slugs) {
        const article = await articleOfSlug(unit, { kind: 'article', lang, slug })
        if (!article)
          throw new Invalid(
            `${name}: front.${lang} names "${slug}", and no article has that slug: publish it first, or mend the name`,
          )
        articles.push(article.id)
      }
      await arrangeFront(unit, lang, articles)
    }
  })
}

async function nameSite(unit: Unit, settings: Settings, { name, zone, description }: NewsroomFile): Promise<void> {
  if (name !== undefined) await settings.set(unit, siteName, name)
  if (zone !== undefined) await settings.set(unit, siteZone, zone)
  for (const lang of languages) {
    const words = description[lang]
    if (words !== undefined) await settings.set(unit, siteDescription[lang], words)
  }
}

/** @returns the ids, those of the outer ones before what lies below them */
async function keepSections(
  unit: Unit,
  settings: Settings,
  sections: readonly SectionEntry[],
  parent?: Id,
): Promise<Id[]> {
  const kept: Id[] = []
  for (const { below = [], ...names } of sections) {
    let section: Id | undefined
    for (const lang of languages) {
      const named = names[lang]
      if (!named) continue
      section = await keepSection(unit, settings, {
        lang,
        ...named,
        ...(parent !== undefined && { parent }),
        ...(section !== undefined && { section }),
      })
      await nameSection(unit, section, { lang, ...named })
    }
    if (section === undefined) throw new Invalid('A section has no name in any language: write id: {name: ...}')
    kept.push(section, ...(await keepSections(unit, settings, below, section)))
  }
  return kept
}

async function keepNamedTopic(unit: Unit, settings: Settings, names: NewsroomFile['topics'][number]): Promise<void> {
  let topic: Id | undefined
  for (const lang of languages) {
    const named = names[lang]
    if (!named) continue
    topic = await keepTopic(unit, settings, { lang, ...named, ...(topic !== undefined && { topic }) })
    await nameTopic(unit, topic, { lang, ...named })
  }
}

async function keepStaff(unit: Unit, { name, initials, ...words }: NewsroomFile['people'][number]): Promise<void> {
  const person = await keepPerson(unit, { name, ...(initials !== undefined && { initials }) })
  for (const lang of languages) {
    const said = words[lang]
    if (said) await describePerson(unit, { person, lang, ...said })
  }
}

async function keepBrand(unit: Unit, { name, url, ...words }: NewsroomFile['brands'][number]): Promise<void> {
  const organisation = await keepOrganisation(unit, {
    name,
    kind: 'company',
    isBrand: true,
    ...(url !== undefined && { url }),
  })
  for (const lang of languages) {
    const said = words[lang]
    if (said) await describeOrganisation(unit, { organisation, lang, ...said })
  }
}
