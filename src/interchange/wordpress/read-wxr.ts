import { Parser } from 'htmlparser2'
import { Invalid } from '#platform/refusals.ts'
import type { WxrItem, WxrRecord, WxrTerm } from './wxr.ts'
import { xmlText } from './wxr-text.ts'

/** Deeper than this no export is; a hostile one may be tens of thousands of levels deep. */
const deepest = 256
/** Characters of one field: an article is never so long. */
const longestField = 50_000_000

/**
 * Reads an export as a stream; one record is in memory at a time. The file may have no document type (so there are no
 * entities to expand and nothing to load) and must be whole.
 *
 * @throws Invalid naming the file and the line: no WXR, a document type, cut off, not closed, too deep
 *
 * @param onBrokenBytes told the place of the first bytes that are no text in the file's encoding
 */
export async function* readWxr(
  file: string,
  onBrokenBytes: (offset: number) => void = () => {},
): AsyncGenerator<WxrRecord> {
  const reader = wxrReader(file)
  for await (const text of xmlText(file, onBrokenBytes)) {
    reader.write(text)
    yield* reader.take()
  }
  reader.end()
  yield* reader.take()
}

function wxrReader(file: string) {
  const records: WxrRecord[] = []
  const place = linePlace()
  const open: string[] = []
  let element: Element = newElement('', undefined, 0)
  let isWxr = false
  let isEnding = false
  let openedAt = -1

  const refuse = (words: string): never => {
    throw new Invalid(`${file}, line ${place.line(parser.startIndex)}: ${words}`)
  }
  const parser: Parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype')
          refuse(
            'a WordPress export has no document type (<!DOCTYPE>): it is refused because it could load or multiply things',
          )
      },
      onopentag(name, attributes) {
        open.push(name)
        if (open.length > deepest) refuse(`elements are nested deeper than ${deepest}`)
        if (name.startsWith('wp:')) isWxr = true
        element = newElement(name, element, place.line(parser.startIndex), attributes)
        openedAt = parser.startIndex
      },
      ontext(text) {
        element.length += text.length
        if (element.length > longestField) refuse(`<${element.name}> is longer than ${longestField} characters`)
        element.texts.push(text)
      },
      onclosetag(name, isImplied) {
        // `<x/>` is closed where it was opened; any other implied end is one that the file does not write.
        if (isImplied && parser.startIndex !== openedAt)
          refuse(
            isEnding
              ? `the file ends inside <${open.at(-1)}>: it was cut off; export or download it again`
              : `<${open.at(-1)}> is not closed before </${name}>`,
          )
        open.pop()
        const closed = element
        element = closed.parent ?? element
        close(closed, open, records)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )

  return {
    write(text: string) {
      place.add(text)
      parser.write(text)
    },
    end() {
      isEnding = true
      parser.end()
      if (!isWxr)
        throw new Invalid(
          `${file} is no WordPress export (WXR): in WordPress choose Tools, Export, "All content", and give the .xml file that it saves`,
        )
    },
    *take() {
      yield* records.splice(0)
    },
  }
}

/** An element that is being read: its own text, and the fields below it. */
interface Element {
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

function newElement(
  name: string,
  parent: Element | undefined,
  line: number,
  attributes: Record<string, string> = {},
): Element {
  return { name, parent, line, attributes, texts: [], length: 0, fields: new Map(), terms: [], meta: [], comments: 0 }
}

/** A closed element is a record, or a field of the element around it. */
function close(element: Element, open: readonly string[], records: WxrRecord[]): void {
  const { name, parent, fields } = element
  const inside = open.at(-1)
  const field = (key: string) => fields.get(key) ?? ''
  if (inside === 'channel') {
    if (name === 'item') records.push({ kind: 'item', item: itemOf(element) })
    else if (name === 'wp:author')
      records.push({
        kind: 'author',
        author: { login: field('wp:author_login'), name: field('wp:author_display_name') },
      })
    else if (name === 'wp:category')
      records.push({
        kind: 'category',
        term: termOf(field, 'wp:category_nicename', 'wp:cat_name', 'wp:category_description'),
      })
    else if (name === 'wp:tag')
      records.push({ kind: 'tag', term: termOf(field, 'wp:tag_slug', 'wp:tag_name', 'wp:tag_description') })
    else if (name === 'wp:term') records.push({ kind: 'term' })
    else if (!parent?.fields.has(name)) parent?.fields.set(name, element.texts.join(''))
  } else if (name === 'channel') {
    const address = field('wp:base_blog_url') || field('wp:base_site_url') || field('link')
    records.push({
      kind: 'site',
      site: {
        title: field('title'),
        description: field('description'),
        language: field('language'),
        address: address.trim(),
      },
    })
  } else if (inside === 'item') fieldOfItem(element, parent)
  else parent?.fields.set(name, element.texts.join(''))
}

function fieldOfItem({ name, texts, attributes, fields }: Element, item: Element | undefined): void {
  if (name === 'category')
    item?.terms.push({
      domain: attributes['domain'] ?? 'category',
      slug: attributes['nicename'] ?? '',
      name: texts.join(''),
    })
  else if (name === 'wp:postmeta')
    item?.meta.push({ key: fields.get('wp:meta_key') ?? '', value: fields.get('wp:meta_value') ?? '' })
  else if (name === 'wp:comment' && item) item.comments += 1
  else item?.fields.set(name, texts.join(''))
}

function termOf(field: (key: string) => string, slug: string, name: string, description: string): WxrTerm {
  return {
    slug: field(slug),
    name: field(name) || field(slug),
    description: field(description),
    parent: field('wp:category_parent'),
  }
}

function itemOf({ fields, terms, meta, comments, line }: Element): WxrItem {
  const field = (key: string) => fields.get(key) ?? ''
  return {
    id: field('wp:post_id').trim(),
    type: field('wp:post_type').trim() || 'post',
    status: field('wp:status').trim(),
    title: field('title'),
    link: field('link').trim(),
    guid: field('guid').trim(),
    slug: field('wp:post_name').trim(),
    creator: field('dc:creator').trim(),
    content: field('content:encoded'),
    excerpt: field('excerpt:encoded'),
    password: field('wp:post_password'),
    date: field('wp:post_date').trim(),
    dateUtc: field('wp:post_date_gmt').trim(),
    modifiedUtc: field('wp:post_modified_gmt').trim(),
    pubDate: field('pubDate').trim(),
    terms,
    meta,
    comments,
    attachment: field('wp:attachment_url').trim(),
    line,
  }
}

/** Tells the line of a place in a text that comes in pieces; only the last pieces are remembered. */
function linePlace() {
  let lines = 1
  let from = 0
  let piece = ''
  return {
    add(text: string) {
      lines += newlines(piece, piece.length)
      from += piece.length
      piece = text
    },
    line: (index: number) => lines + newlines(piece, index - from),
  }
}

function newlines(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
