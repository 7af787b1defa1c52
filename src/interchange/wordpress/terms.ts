import { keepSection, keepTopic } from '#articles'
import { keepPerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import type { Language } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { decoded } from './permalinks.ts'
import type { Scan } from './scan.ts'
import type { WxrTerm } from './wxr.ts'

/** The sections, topics and people of the old site, by the names that its items use. */
export interface Terms {
  section(slug: string, name: string): Promise<Id>
  topic(slug: string, name: string): Promise<Id>
  person(login: string, name?: string): Promise<Id | undefined>
}

/**
 * Finds or makes what an item names. A term that the file declares carries its name, its parent and its old address;
 * one that only items name is made from that.
 */
export function termsOf(
  unit: Unit,
  { settings }: Pick<Gawai, 'settings'>,
  { categories, tags, authors, site }: Scan,
  lang: Language,
  known: KnownTerms,
): Terms {
  const base = URL.canParse(site.address) ? new URL(site.address).pathname.replace(/\/$/, '') : ''
  const declared = new Map(categories.map((category) => [category.slug, category]))
  const declaredTags = new Map(tags.map((tag) => [tag.slug, tag]))

  async function section(slug: string, name: string, below: readonly string[] = []): Promise<Id> {
    const ready = known.sections.get(slug)
    if (ready !== undefined) return ready
    const category = declared.get(slug) ?? { slug, name, description: '', parent: '' }
    const line = lineOf(category, declared)
    // A ring of parents is possible in a broken export; it ends where it began.
    const parent =
      category.parent !== '' && declared.has(category.parent) && !below.includes(category.parent)
        ? await section(category.parent, '', [...below, slug])
        : undefined
    const path = canonicalPath(`${base}/category/${line.join('/')}/`)
    const id = await keepSection(unit, settings, {
      lang,
      ...named(category),
      ...(parent !== undefined && { parent }),
      ...(path !== undefined && { path }),
    })
    known.sections.set(slug, id)
    return id
  }

  return {
    section,
    async topic(slug, name) {
      const ready = known.topics.get(slug)
      if (ready !== undefined) return ready
      const tag = declaredTags.get(slug) ?? { slug, name, description: '', parent: '' }
      const path = canonicalPath(`${base}/tag/${slug}/`)
      const id = await keepTopic(unit, settings, { lang, ...named(tag), ...(path !== undefined && { path }) })
      known.topics.set(slug, id)
      return id
    },
    async person(login, name = authors.get(login)?.name || login) {
      if (login === '') return undefined
      const ready = known.people.get(login)
      if (ready !== undefined) return ready
      const plain = plainWords(name) || login
      const id = await keepPerson(unit, {
        name: plain,
        slug: slugOf(login.replace(/^cap-/, '')) || slugOf(plain) || login,
      })
      known.people.set(login, id)
      return id
    },
  }
}

/** Ids found so far in this run. */
export interface KnownTerms {
  sections: Map<string, Id>
  topics: Map<string, Id>
  people: Map<string, Id>
}

function named({ slug, name, description }: WxrTerm) {
  const plain = plainWords(name) || decoded(slug)
  return { name: plain, slug: decoded(slug) || slugOf(plain), description: plainWords(description) }
}

function lineOf(category: WxrTerm, declared: ReadonlyMap<string, WxrTerm>): string[] {
  const line: string[] = []
  for (let next: WxrTerm | undefined = category; next && !line.includes(next.slug); next = declared.get(next.parent))
    line.unshift(next.slug)
  return line
}

/** Names and titles may hold markup and character references. */
export function plainWords(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#0?39|apos|rsquo|#8217);/g, '’')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&(?:ndash|#8211);/g, '–')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
