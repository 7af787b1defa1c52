import type { Content } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { slugOf } from '#platform/slug.ts'
import type { ReadItem } from './item-content.ts'
import { decoded } from './permalinks.ts'
import { plainWords } from './plain-words.ts'
import type { Terms } from './terms.ts'
import type { WxrItem } from './wxr.ts'

const mostBylines = 20

/** Sections, topics and people as rows of this site. */
export async function placeItem({ item, content, signOff }: ReadItem, terms: Terms, primary: string): Promise<Content> {
  const sections: Id[] = []
  let section: Id | undefined
  for (const { slug, name } of termsIn(item, 'category')) {
    const id = await terms.section(slug, name)
    sections.push(id)
    if (decoded(slug) === primary) section = id
  }
  const topics: Id[] = []
  for (const { slug, name } of [...termsIn(item, 'post_tag'), ...termsIn(item, 'tag')])
    topics.push(await terms.topic(slug, name))
  section ??= sections[0]
  return {
    ...content,
    sections: [...new Set(sections)],
    topics: [...new Set(topics)],
    bylines: await bylinesOf(item, terms, signOff),
    sources: [],
    ...(section !== undefined && { section }),
  }
}

/** Old files name each term twice, once without its slug; a term that only has a name gets its slug from that. */
function termsIn({ terms }: WxrItem, domain: string): { slug: string; name: string }[] {
  const named = terms.filter((term) => term.domain === domain)
  const slugged = named.filter(({ slug }) => slug !== '')
  if (slugged.length > 0) return slugged
  return named.map(({ name }) => ({ name, slug: slugOf(plainWords(name)) })).filter(({ slug }) => slug !== '')
}

/** A sign-off says who wrote and who edited; else co-authors, else the author, are writers. */
async function bylinesOf(item: WxrItem, terms: Terms, signOff: ReadItem['signOff']): Promise<Content['bylines']> {
  if (signOff) {
    const [writer, editor] = [await terms.person(signOff[0].login), await terms.person(signOff[1].login)]
    if (writer !== undefined && editor !== undefined)
      return [
        { person: writer, role: 'writer' },
        { person: editor, role: 'editor' },
      ]
  }
  const together = item.terms.filter(({ domain, slug }) => domain === 'author' && slug !== '')
  const writers: Id[] = []
  for (const { slug, name } of together.slice(0, mostBylines)) {
    const person = await terms.person(slug, name)
    if (person !== undefined) writers.push(person)
  }
  const author = writers.length === 0 ? await terms.person(item.creator) : undefined
  return [...new Set(author === undefined ? writers : [author])].map((person) => ({ person, role: 'writer' }))
}
