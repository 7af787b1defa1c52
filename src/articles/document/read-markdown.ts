import type MarkdownIt from 'markdown-it'
import type { StateCore, Token } from 'markdown-it'
import { loadLater } from '#platform/load-later.ts'
import { type HtmlReading, readHtml } from './read-html.ts'
import type { ReadHtmlOptions } from './reading.ts'

const library = loadLater<typeof MarkdownIt>('markdown-it')
type Reader = InstanceType<typeof MarkdownIt>
let known: Reader | undefined

/** CommonMark with tables and strikethrough. Its HTML goes the same way as any other, so nothing gets around that. */
const markdown = (): Reader => (known ??= ourMarkdown(new (library())({ html: true })))

function ourMarkdown(reader: Reader): Reader {
  const plainImage = reader.renderer.rules.image
  reader.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const picture = plainImage?.(tokens, index, options, env, renderer) ?? ''
    const title = String(tokens[index]?.attrGet('title') ?? '')
    return title ? `<figure>${picture}<figcaption>${reader.utils.escapeHtml(title)}</figcaption></figure>` : picture
  }
  reader.core.ruler.push('gallery', makeGalleries)
  return reader
}

/**
 * Reads Markdown into blocks. A picture's title is its caption, and names who made it: `![Layar](https://... "Layar
 * depan. Foto: Sari Dewi")`. A paragraph of several pictures is a gallery. A heading "Pokok berita" or "Key points"
 * with a list below it is the key points. For everything else there is HTML, see `readHtml`.
 */
export function readMarkdown(text: string, options: ReadHtmlOptions = {}): HtmlReading {
  return readHtml(markdown().render(text), options)
}

/** Pictures alone in a paragraph, one below the other or side by side. */
function makeGalleries({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const [open, close] = [tokens[index - 1], tokens[index + 1]]
    if (token.type !== 'inline' || open?.type !== 'paragraph_open' || !close) continue
    if (!isGallery(token.children ?? [])) continue
    open.tag = 'figure'
    close.tag = 'figure'
  }
}

function isGallery(line: readonly Token[]): boolean {
  const pictures = line.filter(({ type }) => type === 'image')
  const isBlank = ({ type, content }: Token) =>
    type === 'softbreak' || type === 'hardbreak' || (type === 'text' && content.trim() === '')
  return pictures.length > 1 && line.every((token) => token.type === 'image' || isBlank(token))
}
