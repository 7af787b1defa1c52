import MarkdownIt from 'markdown-it'
import { type HtmlReading, readHtml } from './read-html.ts'
import type { ReadHtmlOptions } from './reading.ts'

/** CommonMark with tables and strikethrough. Its HTML goes the same way as any other, so nothing gets around that. */
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })

/** Reads Markdown into blocks. A picture's title is its caption. */
export function readMarkdown(text: string, options: ReadHtmlOptions = {}): HtmlReading {
  return readHtml(markdown.render(text), {
    ...options,
    block: (element) => {
      const title = element.name === 'img' ? element.attribs['title'] : undefined
      const { src = '', alt = '' } = element.attribs
      return title && /^(https?:|\/)/.test(src)
        ? [{ type: 'image', attrs: { src, alt, caption: title } }]
        : options.block?.(element)
    },
  })
}
