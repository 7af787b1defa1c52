import { articleSubject, latestSubject, type ListedArticle, mostTexts, wholeTexts, type WholeText } from '#articles'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { siteLanguage } from '#platform/settings.ts'
import type { Edition } from '../edition.ts'
import type { ArticleList } from '../lists/article-list.ts'
import { xmlText } from '../xml.ts'
import { entryOf } from './entry.ts'
import type { Channel, FeedFormat } from './format.ts'

/**
 * The newest articles of a list, whole, for programs that follow it. Each item is a fragment of its article: a
 * publication renders one item, not all of them.
 */
export async function feedPage(own: Edition, list: ArticleList, format: FeedFormat): Promise<PagePlan> {
  const { subject } = list
  const { name, type, between, end } = format
  const { items } = await list.read(mostTexts)
  const texts = textsOf(own, items)
  const entries = items.map((item): Part => ({
    subject: articleSubject(item.id),
    view: `${name} item`,
    render: async () => ({ body: format.item(await entryOf(own, item, (await texts()).get(item.id))) }),
  }))
  const top: Part = { subject, view: name, render: () => ({ body: format.top(channelOf(own, list, format, items)) }) }
  const separated = entries.flatMap((entry, index) => (index > 0 && between !== '' ? [between, entry] : [entry]))
  return { subject, status: 200, type, parts: [top, ...separated, end] }
}

/** Asked once, and only when an item is not kept. */
function textsOf(own: Edition, items: readonly ListedArticle[]): () => Promise<Map<number, WholeText>> {
  let asked: Promise<Map<number, WholeText>> | undefined
  const ids = items.map(({ id }) => id)
  return () => (asked ??= wholeTexts(own.gawai, ids))
}

function channelOf(own: Edition, list: ArticleList, { below }: FeedFormat, items: readonly ListedArticle[]): Channel {
  const { path, title, description } = titled(own, list)
  return {
    self: own.absolute(path + below),
    home: own.absolute(path),
    site: { name: xmlText(own.name), home: own.absolute(own.paths.home) },
    title: xmlText(title),
    description: xmlText(description),
    lang: own.lang,
    changedAt: items.length > 0 ? Math.max(...items.map(({ modifiedAt }) => modifiedAt)) : undefined,
  }
}

/** The feed of everything new stands at the edition's own address. The site describes itself in its own language only. */
function titled(own: Edition, list: ArticleList): { path: string; title: string; description: string } {
  const { lang, name, say, paths } = own
  if (list.subject !== latestSubject(lang)) {
    const description = list.description || say('feed.about', { name: list.name })
    return { path: list.path, title: `${list.name} – ${name}`, description }
  }
  const isMain = own.gawai.settings.get(siteLanguage) === lang
  const title = isMain ? name : say('feed.edition', { name })
  return { path: paths.home, title, description: (isMain && own.description) || say('feed.about', { name }) }
}
