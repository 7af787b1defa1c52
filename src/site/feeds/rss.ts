import { nothing } from '#platform/html.ts'
import { cdata, xml } from '../xml.ts'
import type { FeedFormat } from './format.ts'
import { mediaContent, mediaNamespace } from './media.ts'

/** RSS 2.0 (rssboard.org/rss-specification). It stands at the feed address itself, as WordPress had it. */
export const rss: FeedFormat = {
  name: 'rss',
  title: 'RSS',
  type: 'application/rss+xml; charset=utf-8',
  below: 'feed/',
  top: ({ self, home, title, description, lang, changedAt }) => xml`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ${mediaNamespace}><channel>
<title>${title}</title>
<link>${home}</link>
<description>${description}</description>
<language>${lang}</language>
<generator>Gawai</generator>
${changedAt === undefined ? nothing : xml`<lastBuildDate>${mailTime(changedAt)}</lastBuildDate>`}
<atom:link rel="self" type="application/rss+xml" href="${self}"/>
`,
  item: (entry) => xml`<item><title>${entry.title}</title>
<link>${entry.href}</link>
<guid isPermaLink="false">${entry.id}</guid>
<pubDate>${mailTime(entry.publishedAt)}</pubDate>
${entry.writers.map(({ name }) => xml`<dc:creator>${name}</dc:creator>`)}
${entry.categories.map((name) => xml`<category>${name}</category>`)}
${mediaContent(entry)}<description>${entry.summary}</description>
<content:encoded>${cdata(entry.content)}</content:encoded></item>
`,
  between: '',
  end: '</channel></rss>\n',
}

/** RFC 822, as RSS wants it. */
const mailTime = (at: number): string => new Date(at).toUTCString()
