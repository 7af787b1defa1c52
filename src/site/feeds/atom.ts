import { nothing } from '#platform/html.ts'
import { xml } from '../xml.ts'
import type { Entry, FeedFormat } from './format.ts'
import { mediaContent, mediaNamespace } from './media.ts'

/** Atom 1.0 (RFC 4287). The feed names the site as its author, for articles that nobody signed (§4.1.1). */
export const atom: FeedFormat = {
  name: 'atom',
  title: 'Atom',
  type: 'application/atom+xml; charset=utf-8',
  below: 'feed/atom/',
  top: ({ self, home, site, title, description, lang, changedAt }) => xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" ${mediaNamespace} xml:lang="${lang}">
<title>${title}</title>
<subtitle>${description}</subtitle>
<id>${self}</id>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
<updated>${new Date(changedAt ?? 0).toISOString()}</updated>
<author><name>${site.name}</name><uri>${site.home}</uri></author>
<generator>Gawai</generator>
`,
  item: (entry) => xml`<entry><title>${entry.title}</title>
<link rel="alternate" type="text/html" href="${entry.href}"/>
<id>${iri(entry.id)}</id>
<published>${entry.published}</published>
<updated>${entry.modified}</updated>
${entry.writers.map(author)}
${entry.categories.map((name) => xml`<category term="${name}"/>`)}
${mediaContent(entry)}${entry.summary === '' ? nothing : xml`<summary>${entry.summary}</summary>`}
<content type="html">${entry.content}</content></entry>
`,
  between: '',
  end: '</feed>\n',
}

const author = ({ name, href }: Entry['writers'][number]) =>
  xml`<author><name>${name}</name>${href === undefined ? nothing : xml`<uri>${href}</uri>`}</author>`

/** An id has to be an IRI (§4.2.6); the id of an imported article may be any text. */
const iri = (id: string): string => (iriForm.test(id) ? id : `urn:x-guid:${encodeURIComponent(id)}`)
const iriForm = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
