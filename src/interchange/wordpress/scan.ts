import { Invalid } from '#platform/refusals.ts'
import { isPublicAddress } from '../public-address.ts'
import { fateBy } from './item-facts.ts'
import { type OldAddresses, oldAddresses } from './old-addresses.ts'
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
  addresses: OldAddresses
  /** Texts of reusable blocks that were published, by their ids. */
  reusable: Map<string, string>
  /** Attachments whose file may never be fetched: its address is nobody's public web address. */
  closed: Pick<WxrItem, 'id' | 'title' | 'attachment'>[]
  /** Items of kinds that plug-ins or the site itself invented. */
  strangers: Pick<WxrItem, 'id' | 'title' | 'type'>[]
  /** Where the first bytes are that are no text. */
  brokenBytesAt?: number
  /** Some published posts, to see how their addresses are made and by which clock they are dated. */
  samples: Pick<WxrItem, 'id' | 'link' | 'slug' | 'date' | 'dateUtc' | 'terms' | 'creator'>[]
}

const mostSamples = 300

/** Whether an item becomes an article here. */
export const isArticle = ({ type }: Pick<WxrItem, 'type'>): boolean => type === 'post' || type === 'page'

/** Kinds that WordPress itself brings. */
const ownKinds =
  /^(post|page|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*)$/

/**
 * Reads the whole export once without writing anything: a broken or cut file is refused here.
 *
 * @throws Invalid naming the file and the line
 */
export async function scan(file: string): Promise<Scan> {
  const found = nothingYet()
  let items = 0
  for await (const record of readWxr(file, (offset) => (found.brokenBytesAt = offset))) {
    if (record.kind === 'site') noteSite(found, record.site)
    else if (record.kind === 'author') found.authors.set(record.author.login, record.author)
    else if (record.kind === 'category') found.categories.push(record.term)
    else if (record.kind === 'tag') found.tags.push(record.term)
    else if (record.kind === 'term') count(found.counts, 'term', 1)
    else {
      items += 1
      noteItem(found, record.item)
    }
  }
  if (items === 0 && found.site.address === '' && found.site.title === '')
    throw new Invalid(`${file} holds no site: it has neither a title nor an address nor an item`)
  count(found.counts, 'author', found.authors.size)
  count(found.counts, 'category', found.categories.length)
  count(found.counts, 'tag', found.tags.length)
  return found
}

const nothingYet = (): Scan => ({
  site: { title: '', description: '', language: '', address: '', alsoAt: [] },
  authors: new Map(),
  categories: [],
  tags: [],
  counts: {},
  addresses: oldAddresses(),
  reusable: new Map(),
  closed: [],
  strangers: [],
  samples: [],
})

function noteSite(found: Scan, site: WxrSite): void {
  found.site = site
  for (const address of [site.address, ...site.alsoAt]) found.addresses.hosts.addSite(address)
}

function noteItem(found: Scan, item: WxrItem): void {
  const { id, title, type, status, content, attachment, comments } = item
  count(found.counts, type, 1)
  count(found.counts, 'comment', comments)
  if (isArticle(item)) noteArticle(found, item)
  else if (type === 'wp_block' && status === 'publish') found.reusable.set(id, content)
  else if (!ownKinds.test(type)) found.strangers.push({ id, title, type })
  if (attachment !== '' && !isPublicAddress(attachment)) found.closed.push({ id, title, attachment })
}

function noteArticle(found: Scan, item: WxrItem): void {
  const { id, link, slug, date, dateUtc, terms, creator, type } = item
  const isPublic = fateBy(item) === 'public'
  found.addresses.addArticle(item, isPublic)
  if (type === 'post' && isPublic && found.samples.length < mostSamples)
    found.samples.push({ id, link, slug, date, dateUtc, terms, creator })
}

function count(counts: Record<string, number>, kind: string, by: number): void {
  if (by > 0) counts[kind] = (counts[kind] ?? 0) + by
}
