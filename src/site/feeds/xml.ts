import { type Html, html, nothing, raw } from '#platform/html.ts'
import type { Entry } from './format.ts'

/** Characters that no XML document may hold, however they are written (XML 1.0 §2.2). */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Escapes for XML what `html` escapes for HTML. Of its own name, so that nobody sets it as if it were HTML. */
export const xml = html

/** A text without what XML cannot hold. An `xml` template escapes the rest. */
export const xmlText = (text: string): string => text.toWellFormed().replace(outsideXml, '')

/** Markup as it is; its end is cut in two where it would end the section. */
export const cdata = (markup: string): Html => raw(`<![CDATA[${markup.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)

/** The name by which the picture below is known, for the root element. */
export const mediaNamespace = raw('xmlns:media="http://search.yahoo.com/mrss/"')

/**
 * The lead picture (Media RSS 1.5.1, rssboard.org/media-rss). An `enclosure` would have to say how many bytes it has,
 * and readers' programs offer that for download.
 */
export function mediaContent({ picture }: Entry): Html {
  if (!picture) return nothing
  const { href, alt, width, height } = picture
  const described = alt === '' ? nothing : xml`<media:description type="plain">${alt}</media:description>`
  return xml`<media:content url="${href}" medium="image" width="${width}" height="${height}">${described}</media:content>
`
}
