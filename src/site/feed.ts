import {
  articleSubject,
  feedHtml,
  latestSubject,
  type ListedArticle,
  mostTexts,
  wholeTexts,
  type WholeText,
} from '#articles'
import { type Html, html, markupOf, nothing, raw } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import type { Edition } from './edition.ts'
import type { ArticleList } from './article-list.ts'

/**
 * RSS 2.0 of a list (rssboard.org), with whole articles in it. Each item is a fragment of its article: a publication
 * renders one item, not all of them.
 */
export async function feedPage(own: Edition, list: ArticleList): Promise<PagePlan> {
  const { subject } = list
  const { items } = await list.read(mostTexts)
  let asked: Promise<Map<number, WholeText>> | undefined
  const ids = items.map(({ id }) => id)
  const texts = () => (asked ??= wholeTexts(own.gawai, ids))
  const entries = items.map((item): Part => ({
    subject: articleSubject(item.id),
    view: 'feed item',
    render: async () => ({ body: await feedItem(own, item, (await texts()).get(item.id)) }),
  }))
  const top: Part = { subject, view: 'feed', render: () => ({ body: channel(own, list, items[0]) }) }
  return {
    subject,
    status: 200,
    type: 'application/rss+xml; charset=utf-8',
    parts: [top, ...entries, '</channel></rss>\n'],
  }
}

/** The feed of everything new stands at the edition's own feed address. */
const isWholeEdition = (own: Edition, list: ArticleList): boolean => list.subject === latestSubject(own.lang)

function channel(own: Edition, list: ArticleList, newest: ListedArticle | undefined): Html {
  const isWhole = isWholeEdition(own, list)
  const self = own.absolute(isWhole ? own.paths.feed : `${list.path}feed/`)
  const description = (isWhole ? own.description : list.description) || own.name
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>${plain(isWhole ? own.name : `${list.name} – ${own.name}`)}</title>
<link>${own.absolute(isWhole ? own.paths.home : list.path)}</link>
<description>${plain(description)}</description>
<language>${own.lang}</language>
<generator>Gawai</generator>
${newest ? html`<lastBuildDate>${feedTime(newest.modifiedAt)}</lastBuildDate>` : nothing}
<atom:link rel="self" type="application/rss+xml" href="${self}"/>
`
}

async function feedItem(own: Edition, item: ListedArticle, text: WholeText | undefined): Promise<Html> {
  const context = text && { say: own.say, references: text.references, origin: own.gawai.origin }
  const content = context ? await markupOf(feedHtml(text.document, context)) : ''
  // An imported article keeps the id that readers' programs know it by, or they would show it as new.
  const guid = text?.guid ?? own.absolute(`/?gawai=${item.id}`)
  return html`<item><title>${plain(item.title)}</title>
<link>${own.absolute(item.path)}</link>
<guid isPermaLink="false">${plain(guid)}</guid>
<pubDate>${feedTime(item.publishedAt)}</pubDate>
${item.section ? html`<category>${plain(item.section.name)}</category>` : nothing}
<description>${plain(item.summary)}</description>
<content:encoded>${cdata(content)}</content:encoded></item>
`
}

/** RFC 822, as RSS wants it. */
const feedTime = (at: number): string => new Date(at).toUTCString()

/** Characters that no XML document may hold, however they are written (XML 1.0 §2.2). */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const plain = (text: string): string => text.replace(outsideXml, '')

const cdata = (markup: string): Html => raw(`<![CDATA[${plain(markup).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
