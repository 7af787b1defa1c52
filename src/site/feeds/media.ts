import { type Html, nothing, raw } from '#platform/html.ts'
import { xml } from '../xml.ts'
import type { Entry } from './format.ts'

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
