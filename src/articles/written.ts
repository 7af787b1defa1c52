import { keepOrganisation } from '#organisations'
import { keepPerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid } from '#platform/refusals.ts'
import { type Language, type Settings } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import type { BylineRole, Content, SourceRole } from './content.ts'
import type { Document } from './document/index.ts'
import { keepTopic } from './topic.ts'

/** Somebody who says it or passed it on, and where. */
export interface WrittenSource {
  name: string
  url?: string | undefined
}

/** What an article says as a person writes it down: topics, people and organisations go by their names. */
export interface Written {
  title: string
  /** Made of the title where nobody gives one. */
  slug?: string | undefined
  summary?: string | undefined
  dateline?: string | undefined
  section?: Id | undefined
  sections?: readonly Id[] | undefined
  topics: readonly string[]
  brands: readonly string[]
  writer: readonly string[]
  editor: readonly string[]
  photo: readonly string[]
  source: readonly WrittenSource[]
  via: readonly WrittenSource[]
  seo?: Content['seo']
  document: Document
}

/** The same as it is kept. Whatever has no record yet gets one. @throws Invalid for a section that is not there */
export async function contentOf(unit: Unit, settings: Settings, lang: Language, written: Written): Promise<Content> {
  const topics: Id[] = []
  for (const name of written.topics) topics.push(await keepTopic(unit, settings, { lang, name }))
  const brands: Id[] = []
  for (const name of written.brands) brands.push(await keepOrganisation(unit, { name, kind: 'company', isBrand: true }))
  const { title, slug, summary = '', dateline, section, sections = [], seo, document } = written
  await proveSections(unit, section === undefined ? sections : [section, ...sections])
  return {
    title,
    slug: slugOf(slug ?? title),
    summary,
    ...(dateline !== undefined && { dateline }),
    ...(section !== undefined && { section }),
    sections: [...sections],
    topics: [...new Set(topics)],
    ...(brands.length > 0 && { brands: [...new Set(brands)] }),
    bylines: await bylinesOf(unit, written),
    sources: [...(await sourcesOf(unit, 'source', written.source)), ...(await sourcesOf(unit, 'via', written.via))],
    ...(seo !== undefined && { seo }),
    document,
  }
}

async function proveSections({ tx }: Unit, wanted: readonly Id[]): Promise<void> {
  const ids = [...new Set(wanted)]
  if (ids.length === 0) return
  const rows = await tx.selectFrom('section').select('id').where('id', 'in', ids).execute()
  if (rows.length < ids.length)
    throw new Invalid('There is no such section: choose one from the list', { key: 'refusedArticle.noSuchSection' })
}

const roles: readonly BylineRole[] = ['writer', 'editor', 'photo']

async function bylinesOf(unit: Unit, written: Written): Promise<Content['bylines']> {
  const bylines: Content['bylines'] = []
  for (const role of roles)
    for (const name of written[role]) bylines.push({ role, person: await keepPerson(unit, { name }) })
  return bylines
}

async function sourcesOf(unit: Unit, role: SourceRole, said: readonly WrittenSource[]): Promise<Content['sources']> {
  const sources: Content['sources'] = []
  for (const { name, url } of said) {
    const organisation = await keepOrganisation(unit, { name, kind: kindOf(role) })
    sources.push({ role, organisation, ...(url !== undefined && { url }) })
  }
  return sources
}

/** What somebody most likely is of whom only the name is known. */
export const kindOf = (role: SourceRole) => (role === 'via' ? 'outlet' : 'company')
