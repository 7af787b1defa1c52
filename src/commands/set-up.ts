import { arrangeFront, articleOfSlug, keepSection, keepTopic, nameSection, nameTopic, placeSections } from '#articles'
import { describeOrganisation, keepOrganisation } from '#organisations'
import { describePerson, keepPerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import { type Language, languages, type Settings, siteDescription, siteName, siteZone } from '#platform/settings.ts'
import type { NewsroomFile, SectionEntry } from './newsroom-file.ts'

/**
 * Makes the newsroom be as the file says: its names, sections, topics, people, brands and front pages, in one write.
 * What the file does not name stays; of people and brands who are there already only the words about them change.
 *
 * @param name of the file, for the refusal
 * @throws Invalid naming what cannot be; then nothing of the file holds
 */
export async function setUp({ write, settings }: Gawai, name: string, file: NewsroomFile): Promise<void> {
  await write(async (unit) => {
    await establish(unit, settings, file)
    await arrangeFronts(unit, name, file)
  })
}

/** The same before there is any story: the front pages wait for `setUpFront`. */
export async function setUpEmpty({ write, settings }: Gawai, file: NewsroomFile): Promise<void> {
  await write((unit) => establish(unit, settings, file))
}

export async function setUpFront({ write }: Gawai, name: string, file: NewsroomFile): Promise<void> {
  await write((unit) => arrangeFronts(unit, name, file))
}

async function establish(unit: Unit, settings: Settings, file: NewsroomFile): Promise<void> {
  await nameSite(unit, settings, file)
  const sections = await keepSections(unit, settings, file.sections)
  if (sections.length > 0) await placeSections(unit, sections)
  for (const topic of file.topics) await keepNamedTopic(unit, settings, topic)
  for (const person of file.people) await keepStaff(unit, person)
  for (const brand of file.brands) await keepBrand(unit, brand)
}

/** @throws Invalid naming a slug that no article has */
async function arrangeFronts(unit: Unit, name: string, { front }: NewsroomFile): Promise<void> {
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
      const kept: Id = await keepSection(unit, settings, {
        lang,
        ...named,
        ...(parent !== undefined && { parent }),
        ...(section !== undefined && { section }),
      })
      section = sameIn(lang, named.name, kept, section)
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
    const kept: Id = await keepTopic(unit, settings, { lang, ...named, ...(topic !== undefined && { topic }) })
    topic = sameIn(lang, named.name, kept, topic)
    await nameTopic(unit, topic, { lang, ...named })
  }
}

/** Two that were made apart cannot become one by being written on one line. */
function sameIn(lang: Language, name: string, kept: Id, before: Id | undefined): Id {
  if (before === undefined || kept === before) return kept
  throw new Invalid(
    `"${name}" (${lang}) is here already by itself: give this one another slug, or write it as an entry of its own`,
  )
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
