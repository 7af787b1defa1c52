import { detached } from './detached.ts'
import type { WxrItem, WxrRecord, WxrTerm } from './wxr.ts'

/** An element that is being read: its own text, and the fields below it. */
export interface Element {
  name: string
  parent: Element | undefined
  line: number
  attributes: Record<string, string>
  texts: string[]
  length: number
  fields: Map<string, string>
  terms: WxrItem['terms']
  meta: WxrItem['meta']
  comments: number
}

export function newElement(
  name: string,
  parent: Element | undefined,
  line: number,
  attributes: Record<string, string> = {},
): Element {
  return { name, parent, line, attributes, texts: [], length: 0, fields: new Map(), terms: [], meta: [], comments: 0 }
}

const textOf = ({ texts }: Element): string => detached(texts.join(''))

type Field = (key: string) => string

/**
 * A closed element is a record, or a field of the element around it.
 *
 * @param inside the name of the element around it
 */
export function recordOf(element: Element, inside: string | undefined): WxrRecord | undefined {
  const { name, parent, fields } = element
  const field: Field = (key) => fields.get(key) ?? ''
  if (inside === 'channel') {
    if (Object.hasOwn(records, name)) return records[name]?.(element, field)
    // The first one counts: a later `image` or `link` belongs to something else.
    if (!parent?.fields.has(name)) parent?.fields.set(name, textOf(element))
  } else if (name === 'channel') return siteOf(field)
  else if (inside === 'item') fieldOfItem(element, parent)
  else parent?.fields.set(name, textOf(element))
  return undefined
}

const records: Readonly<Record<string, (element: Element, field: Field) => WxrRecord>> = {
  item: (element, field) => ({ kind: 'item', item: itemOf(element, field) }),
  'wp:author': (_, field) => ({
    kind: 'author',
    author: { login: field('wp:author_login').trim(), name: field('wp:author_display_name') },
  }),
  'wp:category': (_, field) => ({
    kind: 'category',
    term: termOf(field, 'wp:category_nicename', 'wp:cat_name', 'wp:category_description'),
  }),
  'wp:tag': (_, field) => ({
    kind: 'tag',
    term: termOf(field, 'wp:tag_slug', 'wp:tag_name', 'wp:tag_description'),
  }),
  'wp:term': () => ({ kind: 'term' }),
}

function siteOf(field: Field): WxrRecord {
  const [address = '', ...alsoAt] = ['wp:base_blog_url', 'wp:base_site_url', 'link']
    .map((key) => field(key).trim())
    .filter((address) => address !== '')
  const [title, description, language] = [field('title'), field('description'), field('language')]
  return { kind: 'site', site: { title, description, language, address, alsoAt } }
}

function fieldOfItem(element: Element, item: Element | undefined): void {
  const { name, attributes, fields } = element
  const text = textOf(element)
  if (name === 'category')
    item?.terms.push({
      domain: detached(attributes['domain'] ?? 'category'),
      slug: detached(attributes['nicename'] ?? ''),
      name: text,
    })
  else if (name === 'wp:postmeta')
    item?.meta.push({ key: fields.get('wp:meta_key') ?? '', value: fields.get('wp:meta_value') ?? '' })
  else if (name === 'wp:comment' && item) item.comments += 1
  else item?.fields.set(name, text)
}

function termOf(field: Field, slug: string, name: string, description: string): WxrTerm {
  return {
    id: field('wp:term_id').trim(),
    slug: field(slug).trim(),
    name: field(name) || field(slug),
    description: field(description),
    parent: field('wp:category_parent').trim(),
  }
}

function itemOf({ terms, meta, comments, line }: Element, field: Field): WxrItem {
  const word = (key: string) => field(key).trim()
  return {
    // Programs that imitate the format leave ids out; whatever names the item in every export will do.
    id: word('wp:post_id') || word('guid') || word('link') || `line ${line}`,
    type: word('wp:post_type') || 'post',
    status: word('wp:status'),
    title: field('title'),
    link: word('link'),
    guid: word('guid'),
    slug: word('wp:post_name'),
    parent: word('wp:post_parent'),
    creator: word('dc:creator'),
    content: field('content:encoded'),
    excerpt: field('excerpt:encoded'),
    password: field('wp:post_password'),
    date: word('wp:post_date'),
    dateUtc: word('wp:post_date_gmt'),
    modifiedUtc: word('wp:post_modified_gmt'),
    pubDate: word('pubDate'),
    terms,
    meta,
    comments,
    attachment: word('wp:attachment_url'),
    line,
  }
}
