import { feedHtml, latestSubject, type ListedArticle, publishedArticle } from '#articles'
import { Feed } from 'feed'
import { markupOf } from '#platform/html.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from './edition.ts'
import type { ArticleList } from './list-page.ts'

const perFeed = 20

/** RSS 2.0 of a list, with whole articles in it. */
export function feedPage(own: Edition, list: ArticleList): PagePlan {
  const { subject } = list
  return {
    subject,
    status: 200,
    type: 'application/rss+xml; charset=utf-8',
    parts: [{ subject, view: 'feed', render: async () => ({ body: await feedText(own, list) }) }],
  }
}

/** The feed of everything new stands at the edition's own feed address. */
export const isWholeEdition = (own: Edition, list: ArticleList): boolean => list.subject === latestSubject(own.lang)

async function feedText(own: Edition, list: ArticleList): Promise<string> {
  const { items } = await list.read(perFeed)
  const isWhole = isWholeEdition(own, list)
  const feed = new Feed({
    id: own.absolute(list.path),
    title: isWhole ? own.name : `${list.name} – ${own.name}`,
    description: (isWhole ? own.description : list.description) || own.name,
    link: own.absolute(isWhole ? own.paths.home : list.path),
    language: own.lang,
    copyright: '',
    generator: 'Gawai',
    feedLinks: { rss: own.absolute(isWhole ? own.paths.feed : `${list.path}feed/`) },
    ...(items[0] && { updated: new Date(items[0].modifiedAt) }),
  })
  for (const item of items) feed.addItem(await feedItem(own, item))
  return feed.rss2()
}

async function feedItem(own: Edition, item: ListedArticle) {
  const article = await publishedArticle(own.gawai, item.id)
  const link = own.absolute(item.path)
  const content = article
    ? await markupOf(
        feedHtml(article.document, { say: own.say, references: article.references, origin: own.gawai.origin }),
      )
    : ''
  return {
    title: item.title,
    link,
    // An imported article keeps the id that readers' programs know it by, or they would show it as new.
    id: article?.guid ?? own.absolute(`/?gawai=${item.id}`),
    guid: article?.guid ?? own.absolute(`/?gawai=${item.id}`),
    date: new Date(item.publishedAt),
    published: new Date(item.publishedAt),
    description: item.summary,
    content,
    category: item.section ? [{ name: item.section.name }] : [],
  }
}
