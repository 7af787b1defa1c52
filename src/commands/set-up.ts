import {
  arrangeFront,
  articleOfSlug,
  keepSection,
  keepTopic,
  nameSection,
  nameTopic,
  placeSections,
  sectionOfSlug,
  topicOfSlug,
} from '#articles'
import { describeOrganisation, keepOrganisation, nameOrganisation } from '#organisations'
import { describePerson, keepPerson, namePerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import { languages, type Setting, type Settings, siteDescription, siteName, siteZone } from '#platform/settings.ts'
import { keepNamed, type Names } from './keep-named.ts'
import type { NewsroomFile, SectionEntry } from './newsroom-file.ts'

/**
 * Makes the newsroom be as the file says: its names, sections, topics, people, brands and front pages, in one write.
 * What the file does not name stays; the same file again changes nothing.
 *
 * @param name of the file, for the refusal
 * @throws Conflict when one entry names two things that the site has already
 * @throws Invalid naming a slug on the front page that no article has; then nothing of the file holds
 */
export async function setUp({ write, settings }: Gawai, name: string, file: NewsroomFile): Promise<void> {
  await write(async (unit) => {
    await establish(unit, settings, name, file)
    await arrangeFronts(unit, name, file)
  })
}

/** The same before there is any story: the front pages wait for `setUpFront`. */
export async function setUpEmpty({ write, settings }: Gawai, name: string, file: NewsroomFile): Promise<void> {
  await write((unit) => establish(unit, settings, name, file))
}

/** Puts the stories that the file names on the front pages. */
export async function setUpFront({ write }: Gawai, name: string, file: NewsroomFile): Promise<void> {
  await write((unit) => arrangeFronts(unit, name, file))
}

async function establish(unit: Unit, settings: Settings, name: string, file: NewsroomFile): Promise<void> {
  await nameSite(unit, settings, file)
  const sections = await keepSections(unit, settings, name, file.sections)
  if (sections.length > 0) await placeSections(unit, sections)
  for (const topic of file.topics) await keepNamedTopic(unit, settings, name, topic)
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
  const say = async <Value>(setting: Setting<Value>, value: Value | undefined) => {
    // Every page is rendered anew after a change.
    if (value !== undefined && value !== settings.get(setting)) await settings.set(unit, setting, value)
  }
  await say(siteName, name)
  await say(siteZone, zone)
  for (const lang of languages) await say(siteDescription[lang], description[lang])
}

/** @returns the ids, those of the outer ones before what lies below them */
async function keepSections(
  unit: Unit,
  settings: Settings,
  file: string,
  sections: readonly SectionEntry[],
  parent?: Id,
): Promise<Id[]> {
  const kept: Id[] = []
  for (const { below = [], ...names } of sections) {
    const section = await keepNamed(unit, file, names, {
      what: 'sections',
      ofSlug: sectionOfSlug,
      name: nameSection,
      keep: (named, known) =>
        keepSection(unit, settings, {
          ...named,
          ...(parent !== undefined && { parent }),
          ...(known !== undefined && { section: known }),
        }),
    })
    kept.push(section, ...(await keepSections(unit, settings, file, below, section)))
  }
  return kept
}

function keepNamedTopic(unit: Unit, settings: Settings, file: string, names: Names): Promise<Id> {
  return keepNamed(unit, file, names, {
    what: 'topics',
    ofSlug: topicOfSlug,
    name: nameTopic,
    keep: (named, known) => keepTopic(unit, settings, { ...named, ...(known !== undefined && { topic: known }) }),
  })
}

async function keepStaff(unit: Unit, { name, initials, ...words }: NewsroomFile['people'][number]): Promise<void> {
  const person = await keepPerson(unit, { name, ...(initials !== undefined && { initials }) })
  await namePerson(unit, person, { name, initials })
  for (const lang of languages) {
    const said = words[lang]
    if (said) await describePerson(unit, { person, lang, ...said })
  }
}

async function keepBrand(unit: Unit, { name, url, ...words }: NewsroomFile['brands'][number]): Promise<void> {
  const organisation = await keepOrganisation(unit, { name, kind: 'company', isBrand: true })
  await nameOrganisation(unit, organisation, { name, url })
  for (const lang of languages) {
    const said = words[lang]
    if (said) await describeOrganisation(unit, { organisation, lang, ...said })
  }
}
