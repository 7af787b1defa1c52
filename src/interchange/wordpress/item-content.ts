import { type Content, textOf } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { readContent } from './content.ts'
import { takeNewsroomLines } from './newsroom-lines.ts'
import { decoded } from './permalinks.ts'
import { seoOf } from './seo.ts'
import { plainWords, type Terms } from './terms.ts'
import type { WxrItem, WxrSite } from './wxr.ts'

/** An item's words, read before anything is written. */
export interface ReadItem {
  item: WxrItem
  content: Omit<Content, 'bylines' | 'sections' | 'topics' | 'sources'>
  signOff?: [string, string]
  notUnderstood: string[]
}

interface Surroundings {
  site: WxrSite
  lang: Language
  articleAt(path: string): Id | undefined
}

const longestTitle = 300
const longestSummary = 600
const shortSummary = 200
const untitled: Record<Language, string> = { id: 'Tanpa judul', en: 'Untitled' }

export function readItem(item: WxrItem, { site, lang, articleAt }: Surroundings): ReadItem {
  const own = URL.canParse(site.address) ? new URL(site.address).host : ''
  const pathHere = (href: string) => {
    if (href.startsWith('/')) return href
    const url = URL.canParse(href) ? new URL(href) : undefined
    return url && url.host === own && /^https?:$/.test(url.protocol) ? url.pathname + url.search + url.hash : undefined
  }
  const { document: whole, notUnderstood } = readContent(item.content, {
    // Files of the old site stay where they are until media are read.
    rewriteLink: (href) => (href.includes('/wp-content/uploads/') ? href : (pathHere(href) ?? href)),
    articleAt: (href) => articleAt(pathHere(href) ?? ''),
  })
  const { document, dateline, signOff } = takeNewsroomLines(whole)
  const title = plainWords(item.title).slice(0, longestTitle) || untitled[lang]
  const seo = seoOf(item, title, site)
  return {
    item,
    notUnderstood,
    content: {
      title,
      slug: slugHere(item, title),
      summary: plainWords(item.excerpt).slice(0, longestSummary) || shortened(textOf(document)),
      document,
      ...(dateline !== undefined && { dateline }),
      ...(seo && { seo }),
    },
    ...(signOff && { signOff }),
  }
}

/** Sections, topics and people as rows of this site. */
export async function placeItem(
  { item, content, signOff }: ReadItem,
  terms: Terms,
  byInitials: (initials: string) => Promise<Id | undefined>,
): Promise<Content> {
  const named = (domain: string) => item.terms.filter((term) => term.domain === domain && term.slug !== '')
  const sections: Id[] = []
  for (const { slug, name } of named('category')) sections.push(await terms.section(slug, name))
  const topics: Id[] = []
  for (const { slug, name } of [...named('post_tag'), ...named('tag')]) topics.push(await terms.topic(slug, name))
  const bylines = await bylinesOf(item, terms, signOff, byInitials)
  const [section] = sections
  return {
    ...content,
    sections,
    topics: [...new Set(topics)],
    bylines,
    sources: [],
    ...(section !== undefined && { section }),
  }
}

/** A sign-off that names two known people says who wrote and who edited; else co-authors, else the author, are writers. */
async function bylinesOf(
  item: WxrItem,
  terms: Terms,
  signOff: [string, string] | undefined,
  byInitials: (initials: string) => Promise<Id | undefined>,
): Promise<Content['bylines']> {
  if (signOff) {
    const [writer, editor] = [await byInitials(signOff[0]), await byInitials(signOff[1])]
    if (writer !== undefined && editor !== undefined)
      return [
        { person: writer, role: 'writer' },
        { person: editor, role: 'editor' },
      ]
  }
  const together = item.terms.filter(({ domain }) => domain === 'author')
  const writers: Id[] = []
  for (const { slug, name } of together) {
    const person = await terms.person(slug, name)
    if (person !== undefined) writers.push(person)
  }
  const author = writers.length === 0 ? await terms.person(item.creator) : undefined
  return [...new Set(author === undefined ? writers : [author])].map((person) => ({ person, role: 'writer' }))
}

function slugHere({ slug, id }: WxrItem, title: string): string {
  const given = decoded(slug)
    .normalize('NFC')
    .replace(/[\s/?#\\]+/g, '-')
  return given || slugOf(title) || `naskah-${id}`
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= shortSummary ? line : `${line.slice(0, line.lastIndexOf(' ', shortSummary))}…`
}
