import type { Graph, Thing } from 'schema-dts'
import { type Html, raw } from '#platform/html.ts'

/** What a page says of itself to search engines, in the words of schema.org: things that name each other by `@id`. */
export function graphElement(things: readonly Thing[]): Html {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things }
  // A `<` could end the element or hide its end (HTML §4.12.1.3). JSON may spell it so.
  return raw(`<script type="application/ld+json">${JSON.stringify(graph).replaceAll('<', String.raw`\u003c`)}</script>`)
}
