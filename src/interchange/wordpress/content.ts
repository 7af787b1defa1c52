import { type Block, type Document, galleryOf, type HtmlElement, readHtml, sanitise } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { paragraphs } from './autop.ts'
import { hasBlocks, readBlocks, type WpBlock } from './block-comments.ts'
import { replaceShortcodes, type Shortcode } from './shortcodes.ts'

export interface ContentOptions {
  /** Where a link of the old site leads here. */
  rewriteLink(href: string): string
  /** The article that an address of the old site belongs to. */
  articleAt(href: string): Id | undefined
}

export interface ReadContent {
  document: Document
  notUnderstood: string[]
}

/**
 * Reads what an editor of WordPress wrote, classic or in blocks, into a document. What has no like here keeps its words
 * and is told.
 */
export function readContent(text: string, options: ContentOptions): ReadContent {
  const reading = newReading()
  const markup = hasBlocks(text) ? fromBlocks(readBlocks(text), reading) : fromClassic(text, reading)
  const { document, notUnderstood } = readHtml(markup, {
    rewriteLink: options.rewriteLink,
    readAlso: options.articleAt,
    block: (element) => reading.take(element),
  })
  return { document, notUnderstood: [...leftOut(reading), ...reading.notes, ...notUnderstood] }
}

/** Blocks that are made beside the markup stand in it as an element with their number. */
interface ContentReading {
  notes: Set<string>
  /** Blocks that show what the site knows by itself. */
  dynamic: Set<string>
  /** Keeps blocks and answers the markup that stands for them. */
  put(blocks: Block[]): string
  take(element: HtmlElement): Block[] | undefined
}

function newReading(): ContentReading {
  const kept: Block[][] = []
  return {
    notes: new Set(),
    dynamic: new Set(),
    put: (blocks) => `\n\n<x-block data-number="${kept.push(blocks) - 1}"></x-block>\n\n`,
    take: (element) => (element.name === 'x-block' ? (kept[Number(element.attribs['data-number'])] ?? []) : undefined),
  }
}

function leftOut({ dynamic: names }: ContentReading): string[] {
  return names.size > 0 ? [`left out, because they show what a site knows by itself: ${[...names].join(', ')}`] : []
}

/** Blocks that WordPress fills when a page is shown; here other parts do that. */
const dynamic =
  /^(latest-posts|latest-comments|archives|calendar|categories|rss|search|tag-cloud|page-list|navigation.*|social-link.*|site-.*|post-.*|query.*|template-part|loginout|comment.*|term-description|avatar|read-more|home-link|legacy-widget|widget-group|term.*|accordion.*)$/
/** Blocks whose markup says all. */
const plain =
  /^(paragraph|heading|list|list-item|quote|pullquote|verse|preformatted|code|image|gallery|table|separator|columns?|group|row|stack|buttons?|media-text|cover|details|file|audio|video|freeform|classic|missing|text-columns|subhead|footnotes|jetpack\/tiled-gallery|jetpack\/slideshow)$/

function fromBlocks(blocks: readonly (string | WpBlock)[], reading: ContentReading): string {
  return blocks.map((block) => (typeof block === 'string' ? block : fromBlock(block, reading))).join('')
}

function fromBlock(block: WpBlock, reading: ContentReading): string {
  const { name, attributes, inner } = block
  if (name === 'more' || name === 'nextpage' || name === 'spacer') return ''
  if (name === 'embed' || name.startsWith('core-embed/')) return embedOf(attributes['url'], reading)
  if (name === 'html') return htmlOf(fromBlocks(inner, reading), reading)
  if (name === 'shortcode') return fromClassic(fromBlocks(inner, reading), reading)
  if (name === 'freeform' || name === 'classic') return fromClassic(fromBlocks(inner, reading), reading)
  if (name === 'block') reading.notes.add(`a reusable block (${String(attributes['ref'])}) was left out`)
  else if (dynamic.test(name)) reading.dynamic.add(name)
  else if (!plain.test(name)) reading.notes.add(`the block "${name}" is unknown: its words were kept`)
  return withoutShortcodes(fromBlocks(inner, reading), reading)
}

function htmlOf(markup: string, reading: ContentReading): string {
  const html = sanitise(markup)
  return html.trim() === '' ? '' : reading.put([{ type: 'rawHtml', attrs: { html } }])
}

const urlAlone = /^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm

function fromClassic(text: string, reading: ContentReading): string {
  const marked = withoutShortcodes(text.replace(/<!--(more|nextpage|noteaser)[^]*?-->/g, '\n\n'), reading)
  return paragraphs(marked.replace(urlAlone, (_, url: string) => embedOf(url, reading)))
}

const withoutShortcodes = (text: string, reading: ContentReading): string =>
  text.includes('[')
    ? replaceShortcodes(
        text,
        (name) => Object.hasOwn(shortcodes, name),
        (shortcode) => fromShortcode(shortcode, reading),
      )
    : text

type ShortcodeReader = (shortcode: Shortcode, reading: ContentReading) => string

const wrapper = /^(vc_|td_|et_pb_|fusion_|cs_|mk_|x_|av_|tatsu_|one_|two_|three_|row|col|column|section)/

function fromShortcode(shortcode: Shortcode, reading: ContentReading): string {
  const read = Object.hasOwn(shortcodes, shortcode.name) ? shortcodes[shortcode.name] : undefined
  if (read) return read(shortcode, reading)
  if (!wrapper.test(shortcode.name))
    reading.notes.add(`the shortcode [${shortcode.name}] is unknown: the words inside it were kept`)
  return `\n\n${withoutShortcodes(shortcode.inner, reading)}\n\n`
}

const codeOf: ShortcodeReader = ({ attributes, inner }, reading) => {
  const language = /^[\w+#-]{1,30}$/.exec(attributes['language'] ?? attributes['lang'] ?? '')?.[0]
  const text = unescaped(inner.replace(/^\n|\n$/g, ''))
  return text === ''
    ? ''
    : reading.put([{ type: 'codeBlock', ...(language && { attrs: { language } }), content: [{ type: 'text', text }] }])
}

/** The shortcodes that WordPress itself brings, and the code highlighter of wordpress.com. */
const shortcodes: Readonly<Record<string, ShortcodeReader>> = {
  caption: captionOf,
  wp_caption: captionOf,
  gallery: (_, reading) => {
    reading.notes.add('a [gallery] of the media library was left out until media are read')
    return ''
  },
  playlist: (_, reading) => {
    reading.notes.add('a [playlist] of the media library was left out until media are read')
    return ''
  },
  embed: ({ inner, attributes }, reading) => embedOf(inner.trim() || attributes['src'], reading),
  youtube: ({ inner, attributes }, reading) =>
    embedOf(inner.trim() || attributes['0']?.replace(/^=/, '') || attributes['id'], reading),
  audio: playerOf,
  video: playerOf,
  code: codeOf,
  sourcecode: codeOf,
  source: codeOf,
  dropcap: ({ inner }) => inner,
}

/** `[caption]<a><img></a> words[/caption]` */
function captionOf({ attributes, inner }: Shortcode, reading: ContentReading): string {
  const { document } = readHtml(inner)
  const images = document.content.filter(({ type }) => type === 'image')
  const words = (
    attributes['caption'] ?? inner.replace(/<a\b[^>]*>\s*<img[^>]*>\s*<\/a>|<img[^>]*>/gi, '').replace(/<[^>]*>/g, '')
  )
    .replace(/\s+/g, ' ')
    .trim()
  const [image] = images
  if (!image) return inner
  const caption = unescaped(words).slice(0, 2000)
  if (images.length > 1) return reading.put(galleryOf(images, caption))
  return reading.put([{ ...image, attrs: { ...image.attrs, ...(caption && { caption }) } }])
}

function playerOf({ attributes }: Shortcode, reading: ContentReading): string {
  const url = ['src', 'mp3', 'ogg', 'wav', 'm4a', 'mp4', 'webm', 'ogv', 'm4v', 'flv', '0']
    .map((name) => attributes[name])
    .find((value) => value)
  return embedOf(url, reading)
}

function embedOf(url: unknown, reading: ContentReading): string {
  if (typeof url !== 'string') return ''
  const address = unescaped(url.trim())
  const id = /^[\w-]{11}$/.test(address) ? `https://www.youtube.com/watch?v=${address}` : address
  if (!URL.canParse(id) || !/^https?:/.test(id)) return ''
  return reading.put([{ type: 'embed', attrs: { url: new URL(id).href } }])
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&')
