import { galleryOf, readHtml } from '#articles'
import { builderShortcodes, isWrapper } from './builder-shortcodes.ts'
import type { ContentReading } from './content-reading.ts'
import { embedShortcodes } from './embed-shortcodes.ts'
import { replaceShortcodes, type Shortcode, type ShortcodeReader } from './shortcodes.ts'
import { unescaped } from './unescaped.ts'

/** Deeper than this no page builder nests; what is below keeps its brackets. */
const deepest = 40

/** The text with markup in place of its shortcodes. */
export function withoutShortcodes(text: string, reading: ContentReading): string {
  if (!text.includes('[') || reading.depth >= deepest) return text
  reading.depth += 1
  const markup = replaceShortcodes(
    reading.aside(text),
    (name) => Object.hasOwn(shortcodes, name) || isWrapper(name),
    (shortcode) => fromShortcode(shortcode, reading),
  )
  reading.depth -= 1
  return markup
}

function fromShortcode(shortcode: Shortcode, reading: ContentReading): string {
  const { name, inner } = shortcode
  const within = (text: string) => withoutShortcodes(text, reading)
  const read = Object.hasOwn(shortcodes, name) ? shortcodes[name] : undefined
  if (read) return read(shortcode, reading, within)
  if (!isWrapper(name))
    reading.notes.add(
      `the shortcode [${name}] is unknown: ${inner.trim() === '' ? 'it was left out' : 'the words inside it were kept'}`,
    )
  // One inside a line leaves the line whole.
  return isWrapper(name) || /\n|<(p|div|h\d|ul|ol|table|blockquote|x-block)\b/i.test(inner)
    ? `\n\n${within(inner)}\n\n`
    : within(inner)
}

const codeOf: ShortcodeReader = ({ attributes, inner }, reading) => {
  const language = /^[\w+#-]{1,30}$/.exec(attributes['language'] ?? attributes['lang'] ?? '')?.[0]
  const text = unescaped(reading.back(inner).replace(/^\n|\n$/g, ''))
  return text.trim() === ''
    ? ''
    : reading.put([{ type: 'codeBlock', ...(language && { attrs: { language } }), content: [{ type: 'text', text }] }])
}

const ofLibrary: ShortcodeReader = ({ name }, reading) => {
  reading.notes.add(`a [${name}] of the media library was left out until media are read`)
  return ''
}

/** `[caption]<a><img></a> words[/caption]` */
const captionOf: ShortcodeReader = ({ attributes, inner }, reading, within) => {
  const images = readHtml(inner).document.content.filter(({ type }) => type === 'image')
  const [image] = images
  if (!image) return within(inner)
  const written = inner
    .replace(/<a\b[^<>]*>\s*<img[^<>]*>\s*<\/a>|<img[^<>]*>/gi, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const caption = unescaped(written || (attributes['caption'] ?? '')).slice(0, 2000)
  if (images.length > 1) return reading.put(galleryOf(images, caption))
  return reading.put([{ ...image, attrs: { ...image.attrs, ...(caption && { caption }) } }])
}

/** The shortcodes that WordPress itself brings, the code highlighter of wordpress.com, and those of plug-ins. */
const shortcodes: Readonly<Record<string, ShortcodeReader>> = {
  ...builderShortcodes,
  ...embedShortcodes,
  caption: captionOf,
  wp_caption: captionOf,
  gallery: ofLibrary,
  playlist: ofLibrary,
  code: codeOf,
  sourcecode: codeOf,
  source: codeOf,
  dropcap: ({ inner }) => inner,
}
