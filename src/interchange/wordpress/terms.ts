import { keepSection, keepTopic, redirectPath } from '#articles'
import { keepPerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import type { Language } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { decoded } from './permalinks.ts'
import { plainWords } from './plain-words.ts'
import type { Scan } from './scan.ts'
import { signersOf } from './signers.ts'
import type { WxrTerm } from './wxr.ts'

/** The sections, topics and people of the old site, by the names that its items use. */
export interface Terms {
  section(slug: string, name: string): Promise<Id>
  topic(slug: string, name: string): Promise<Id>
  person(login: string, name?: string): Promise<Id | undefined>
}

/** The terms of an import, whatever write they are made in. */
export interface AllTerms {
  within(unit: Unit): Terms
  /** Ids of what a failed write made are ids of nothing. */
  forget(): void
}

/**
 * Finds or makes what an item names. A term that the file declares carries its name, its parent and its old address;
 * one that only items name is made from that.
 */
export function termsFrom(found: Scan, { settings }: Pick<Gawai, 'settings'>, lang: Language): AllTerms {
  const declared = bySlug(found.categories)
  const declaredTags = bySlug(found.tags)
  const signers = signersOf(found.authors.values())
  const known = { sections: new Map<string, Id>(), topics: new Map<string, Id>(), people: new Map<string, Id>() }
  const addressOf = (words: string) => oldTermPath(found, words)

  const section = async (unit: Unit, slug: string, name: string, below: readonly string[] = []): Promise<Id> => {
    const key = decoded(slug)
    const ready = known.sections.get(key)
    if (ready !== undefined) return ready
    const category = declared.get(key) ?? { id: '', slug, name, description: '', parent: '' }
    const above = decoded(category.parent)
    // A ring of parents is possible in a broken export; it ends where it began.
    const hasParent = above !== '' && declared.has(above) && ![...below, key].includes(above)
    const parent = hasParent ? await section(unit, above, '', [...below, key]) : undefined
    const path = addressOf(`category/${lineOf(category, declared).join('/')}`)
    const id = await keepSection(unit, settings, {
      lang,
      ...named(category),
      ...(parent !== undefined && { parent }),
      ...(path !== undefined && { path }),
    })
    // One that was here before, and the short form that WordPress answers too, lead to it.
    for (const old of [path, addressOf(`category/${slug}`)])
      if (old !== undefined) await redirectPath(unit, { kind: 'section', target: id, lang }, old)
    known.sections.set(key, id)
    return id
  }

  const topic = async (unit: Unit, slug: string, name: string): Promise<Id> => {
    const key = decoded(slug)
    const ready = known.topics.get(key)
    if (ready !== undefined) return ready
    const tag = declaredTags.get(key) ?? { id: '', slug, name, description: '', parent: '' }
    const path = addressOf(`tag/${slug}`)
    const id = await keepTopic(unit, settings, { lang, ...named(tag), ...(path !== undefined && { path }) })
    if (path !== undefined) await redirectPath(unit, { kind: 'topic', target: id, lang }, path)
    known.topics.set(key, id)
    return id
  }

  const person = async (unit: Unit, login: string, name?: string): Promise<Id | undefined> => {
    if (login === '') return undefined
    const signer = signers.find(login) ?? signers.guest(login, name)
    const ready = known.people.get(signer.slug)
    if (ready !== undefined) return ready
    const id = await keepPerson(unit, signer)
    known.people.set(signer.slug, id)
    return id
  }

  return {
    within: (unit) => ({
      section: (slug, name) => section(unit, slug, name),
      topic: (slug, name) => topic(unit, slug, name),
      person: (login, name) => person(unit, login, name),
    }),
    forget() {
      for (const ids of Object.values(known)) ids.clear()
    },
  }
}

const bySlug = (terms: readonly WxrTerm[]) => new Map(terms.map((term) => [decoded(term.slug), term]))

/** Where a term's list was; beside it when an article stood there, because the article keeps its address. */
function oldTermPath({ addresses }: Scan, words: string): string | undefined {
  const path = canonicalPath(`${addresses.hosts.folder()}/${words}/`)
  return path !== undefined && addresses.publicAt(path) !== undefined ? path.replace(/\/$/, '-2/') : path
}

function named({ slug, name, description }: WxrTerm) {
  const plain = plainWords(name) || decoded(slug)
  return { name: plain, slug: decoded(slug) || slugOf(plain), description: plainWords(description) }
}

function lineOf(category: WxrTerm, declared: ReadonlyMap<string, WxrTerm>): string[] {
  const line: string[] = []
  for (
    let next: WxrTerm | undefined = category;
    next && !line.includes(next.slug);
    next = declared.get(decoded(next.parent))
  )
    line.unshift(next.slug)
  return line
}
