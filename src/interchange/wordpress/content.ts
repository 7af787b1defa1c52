import { type Document, readHtml, sanitise } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { paragraphs } from './autop.ts'
import { hasBlocks, readBlocks, type WpBlock } from './block-comments.ts'
import { type ContentReading, newReading, toldBy } from './content-reading.ts'
import { embedOf } from './embed-shortcodes.ts'
import { withoutShortcodes } from './shortcode-readers.ts'

export interface ContentOptions {
  /** Where a link of the old site leads here. */
  rewriteLink(href: string): string
  /** The article that an address of the old site belongs to. */
  articleAt(href: string): Id | undefined
  /** Text of a reusable block. */
  reusable?(id: string): string | undefined
}

export interface ReadContent {
  document: Document
  /** How many further pages the text was parted into. */
  morePages: number
  notUnderstood: string[]
}

/**
 * Reads what an editor of WordPress wrote, classic or in blocks, into a document. What has no like here keeps its words
 * and is told.
 */
export function readContent(text: string, options: ContentOptions): ReadContent {
  const reading = newReading(options.reusable)
  const markup = reading.back(fromText(text, reading))
  const { document, notUnderstood } = readHtml(markup, {
    rewriteLink: options.rewriteLink,
    readAlso: options.articleAt,
    block: (element) => reading.take(element),
  })
  return { document, morePages: reading.morePages, notUnderstood: [...toldBy(reading), ...notUnderstood] }
}

/** What stands between blocks was written in the classic editor. */
function fromText(text: string, reading: ContentReading): string {
  if (!hasBlocks(text)) return fromClassic(text, reading)
  return readBlocks(text)
    .map((block) => (typeof block === 'string' ? fromClassic(block, reading) : fromBlock(block, reading)))
    .join('')
}

/** Blocks that WordPress fills when a page is shown; here other parts do that. */
const dynamic =
  /^(latest-posts|latest-comments|archives|calendar|categories|rss|search|tag-cloud|page-list|navigation.*|social-link.*|site-.*|post-.*|query.*|template-part|loginout|comment.*|term-description|avatar|read-more|home-link|legacy-widget|widget-group|term.*)$/
/** Blocks whose markup says all. */
const plain =
  /^(paragraph|heading|list|list-item|quote|pullquote|verse|preformatted|code|image|gallery|table|separator|columns?|group|row|stack|buttons?|media-text|cover|details|accordion.*|file|audio|video|missing|text-columns|subhead|footnotes|jetpack\/tiled-gallery|jetpack\/slideshow|yoast\/faq-block|yoast\/how-to-block|yoast-seo\/.*)$/

const inside = (blocks: readonly (string | WpBlock)[], reading: ContentReading): string =>
  blocks.map((block) => (typeof block === 'string' ? block : fromBlock(block, reading))).join('')

function fromBlock(block: WpBlock, reading: ContentReading): string {
  const { name, attributes, inner } = block
  if (name === 'nextpage') reading.morePages += 1
  if (name === 'more' || name === 'nextpage' || name === 'spacer') return ''
  if (name === 'embed' || name.startsWith('core-embed/')) return embedOf(attributes['url'], reading)
  if (name === 'block') return reusedOf(String(attributes['ref']), reading)
  const markup = inside(inner, reading)
  if (name === 'html') return htmlOf(markup, reading)
  if (name === 'shortcode' || name === 'freeform' || name === 'classic') return fromClassic(markup, reading)
  const words = withoutShortcodes(markup, reading)
  if (dynamic.test(name)) reading.dynamic.add(name)
  else if (!plain.test(name))
    reading.notes.add(
      `the block "${name}" is unknown: ${markup.trim() === '' ? 'it was left out' : 'its words were kept'}`,
    )
  return words
}

/** Blocks may hold blocks: a few of them could spell thousands. */
const mostReused = 100

function reusedOf(ref: string, reading: ContentReading): string {
  const text = reading.within.includes(ref) ? undefined : reading.reusable(ref)
  reading.reused += 1
  if (reading.reused > mostReused) {
    reading.notes.add(`more than ${mostReused} reusable blocks: the further ones were left out`)
    return ''
  }
  if (text === undefined) {
    reading.notes.add(`the reusable block ${ref} is not in the file: it was left out`)
    return ''
  }
  reading.within.push(ref)
  const markup = fromText(text, reading)
  reading.within.pop()
  return markup
}

/** What a raw block holds at the most; longer markup is read as any other. */
const longestRaw = 100_000
/** Raw markup may not hold these, but there are blocks for them. */
const hasOwnBlock = /<(iframe|video|audio|embed|object|img)\b|twitter-tweet|instagram-media|tiktok-embed/i

function htmlOf(inner: string, reading: ContentReading): string {
  const markup = withoutShortcodes(inner, reading)
  if (markup.length > longestRaw || hasOwnBlock.test(markup) || markup.includes('<x-block data-number=')) return markup
  const whole = reading.back(markup)
  if (/<script\b/i.test(whole)) reading.notes.add('<script> was left out')
  const html = sanitise(whole)
  return html.trim() === '' ? '' : reading.put([{ type: 'rawHtml', attrs: { html } }])
}

const urlAlone = /^[ \t]*(https?:\/\/[^\s<>"[\]]+)[ \t]*$/gm
const marker = /<!--(more|nextpage|noteaser)(?:(?!<!--|-->)[^])*-->/g

function fromClassic(text: string, reading: ContentReading): string {
  if (text.trim() === '') return text
  reading.morePages += text.split('<!--nextpage-->').length - 1
  const unmarked = reading.aside(text.replaceAll('\r\n', '\n')).replace(marker, '\n\n')
  const markup = withoutShortcodes(unmarked, reading)
  return paragraphs(markup.replace(urlAlone, (_, url: string) => embedOf(url, reading)))
}
