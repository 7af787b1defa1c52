import { Invalid } from '#platform/refusals.ts'
import { isPublicAddress } from '../public-address.ts'
import { readWxr } from './read-wxr.ts'
import type { WxrAuthor, WxrItem, WxrSite, WxrTerm } from './wxr.ts'

/** What the first reading of an export finds out, so that the second can write without looking back. */
export interface Scan {
  site: WxrSite
  authors: Map<string, WxrAuthor>
  categories: WxrTerm[]
  tags: WxrTerm[]
  /** How many of each kind the file holds. */
  counts: Record<string, number>
  /** Path of each post and page to its id there. */
  paths: Map<string, string>
  /** Attachments whose file may never be fetched: its address is nobody's public web address. */
  closed: Pick<WxrItem, 'id' | 'title' | 'attachment'>[]
  /** Where the first bytes are that are no text. */
  brokenBytesAt?: number
  /** Some published posts, to see how their addresses are made. */
  samples: Pick<WxrItem, 'id' | 'link' | 'slug' | 'date' | 'terms' | 'creator'>[]
}

const mostSamples = 300

/** Whether an item becomes an article here. */
export const isArticle = ({ type }: Pick<WxrItem, 'type'>): boolean => type === 'post' || type === 'page'

/**
 * Reads the whole export once without writing anything: a broken or cut file is refused here.
 *
 * @throws Invalid naming the file and the line
 */
export async function scan(file: string): Promise<Scan> {
  const found: Scan = {
    site: { title: '', description: '', language: '', address: '' },
    authors: new Map(),
    categories: [],
    tags: [],
    counts: {},
    paths: new Map(),
    samples: [],
    closed: [],
  }
  let items = 0
  for await (const record of readWxr(file, (offset) => (found.brokenBytesAt = offset))) {
    if (record.kind === 'site') found.site = record.site
    else if (record.kind === 'author') found.authors.set(record.author.login, record.author)
    else if (record.kind === 'category') found.categories.push(record.term)
    else if (record.kind === 'tag') found.tags.push(record.term)
    else if (record.kind === 'item') {
      items += 1
      count(found.counts, record.item.type, 1)
      count(found.counts, 'comment', record.item.comments)
      if (isArticle(record.item)) noteArticle(found, record.item)
      if (record.item.attachment !== '' && !isPublicAddress(record.item.attachment)) found.closed.push(record.item)
    }
  }
  if (items === 0 && found.site.address === '' && found.site.title === '')
    throw new Invalid(`${file} holds no site: it has neither a title nor an address nor an item`)
  found.counts['author'] = found.authors.size
  found.counts['category'] = found.categories.length
  found.counts['tag'] = found.tags.length
  return found
}

function noteArticle(found: Scan, item: WxrItem): void {
  const { id, link, slug, date, terms, creator, status, type } = item
  const path = pathOf(link)
  if (path !== undefined) found.paths.set(path, id)
  if (type === 'post' && status === 'publish' && found.samples.length < mostSamples)
    found.samples.push({ id, link, slug, date, terms, creator })
}

function count(counts: Record<string, number>, kind: string, by: number): void {
  if (by > 0) counts[kind] = (counts[kind] ?? 0) + by
}

/** The path of an address, unless it is one of the plain forms (`/?p=17`). */
export function pathOf(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const { pathname, search } = new URL(link)
  return search === '' && pathname !== '/' ? pathname : undefined
}
