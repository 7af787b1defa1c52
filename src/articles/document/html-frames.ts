import { providerOf } from './shared/embed-providers.ts'
import { findElement, findElements, hasClass, type HtmlElement, lineOf } from './html-tree.ts'
import type { Block } from './node.ts'
import type { BlockReader } from './reading.ts'
import { webAddress, withScheme } from './shared/web-address.ts'

const longestTitle = 500

function embedBlock(url: string, words = ''): Block {
  const title = words.trim().slice(0, longestTitle)
  return { type: 'embed', attrs: { url, ...(title !== '' && { title }) } }
}

const pageAddress = (written = ''): string | undefined => {
  const url = webAddress(withScheme(written))
  return url?.startsWith('http') ? url : undefined
}

/** A frame of a known host becomes an embed; another becomes a link. */
export const frame: BlockReader = (element, reading, level) => {
  const { src, 'data-src': later, data, title } = element.attribs
  const inner = element.name === 'object' ? findElement(element.children, ['embed', 'iframe']) : undefined
  const url = pageAddress(inner?.attribs['src'] ?? src ?? later ?? data)
  if (url === undefined) return reading.blocksOf(element.children, level)
  if (!providerOf(url)) reading.note(`<${element.name}> of ${new URL(url).hostname} became a link`)
  return [embedBlock(url, title)]
}

/** The element that pages here show an embed as. */
export const ownEmbed: BlockReader = (element, reading, level) => {
  const link = findElement(element.children, ['a'])
  const url = pageAddress(link?.attribs['href'])
  return url === undefined
    ? reading.blocksOf(element.children, level)
    : [embedBlock(url, link && lineOf(link.children))]
}

const posts = ['twitter-tweet', 'twitter-video', 'instagram-media', 'tiktok-embed']

/** What X, Instagram and TikTok give for pasting: a quotation that their script would turn into a frame. */
export function quotedPost(element: HtmlElement): Block | undefined {
  if (!posts.some((post) => hasClass(element, post))) return undefined
  const { cite, 'data-instgrm-permalink': permalink } = element.attribs
  const links = findElements(element.children, 'a').map(({ attribs }) => attribs['href'])
  const url = [cite, permalink, ...links.toReversed()]
    .map(pageAddress)
    .find((address) => address !== undefined && providerOf(address))
  return url === undefined ? undefined : embedBlock(url, lineOf(element.children))
}

/** Sound and film of one's own: a link to the file, until media are kept here. */
export const player: BlockReader = (element, reading, level) => {
  const source = element.attribs['src'] ?? findElement(element.children, ['source'])?.attribs['src'] ?? ''
  const written = webAddress(withScheme(source))
  const href = written === undefined ? undefined : webAddress(reading.options.rewriteLink(written) ?? written)
  if (href === undefined) return reading.blocksOf(element.children, level)
  reading.note(`<${element.name}> became a link to its file`)
  const text = href.split('/').at(-1) || href
  return [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }] }]
}
