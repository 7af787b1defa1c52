import { type Address, articleSubject, currentPath, findAddress, isRetracted, publishedArticle } from '#articles'
import type { Assets } from '#look/assets.ts'
import { isPlainForm } from '#platform/http/canonical-path.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { type ArticleList, sectionList, topicList } from './article-list.ts'
import { articlePage } from './article-page.ts'
import { edition, type Edition } from './edition.ts'
import { feedPage } from './feeds/feed-page.ts'
import type { FeedFormat } from './feeds/format.ts'
import { formatAt, oldFeedNames } from './feeds/formats.ts'
import { listPage } from './list-page.ts'
import { gonePage } from './missing-page.ts'
import { markdownPage, markdownPath, pathsOfTwin } from './markdown-page.ts'
import { leadTo, movedTo } from './moved.ts'

/** What an address asks for below the path of whoever lives there. */
interface Wish {
  path: string
  feed?: FeedFormat
  /** The feed is asked for by a name that it had in WordPress. */
  isOldName?: boolean
  before?: string
  /** A page of a list by its number, as WordPress had them. What stood there has moved on since. */
  isNumbered?: boolean
}

/**
 * The page of whoever lives at a path: an article, a section, a topic, their feeds and older pages, or the way to
 * where they moved. Undefined when nobody ever lived there.
 *
 * @param path canonical
 */
export async function residentPage(gawai: Gawai, assets: Assets, path: string): Promise<PagePlan | undefined> {
  const { wish, address } = await findResident(gawai, path)
  if (!address) return (await twinAt(gawai, assets, path)) ?? otherSlash(gawai, path)
  if (!address.isCurrent) {
    const current = await currentPath(gawai, address)
    return current === undefined ? undefined : movedTo(current + path.slice(wish.path.length), path)
  }
  const own = edition(gawai, assets, address.lang)
  if (address.kind === 'article') return wish.path === path ? articleAt(own, address) : besideArticle(wish, path)
  const list = await listAt(own, address)
  if (!list) return undefined
  if (wish.isNumbered) return leadTo(list.path)
  if (!wish.feed) return listPage(own, list, wish.before)
  return wish.isOldName ? movedTo(wish.path + wish.feed.below, path) : feedPage(own, list, wish.feed)
}

/** The article at that address, as Markdown. */
async function twinAt(gawai: Gawai, assets: Assets, path: string): Promise<PagePlan | undefined> {
  for (const at of pathsOfTwin(path)) {
    const address = await findAddress(gawai, at)
    if (address?.kind !== 'article') continue
    const article = await publishedArticle(gawai, address.target)
    if (article?.path === at) return markdownPage(edition(gawai, assets, address.lang), article)
    // It moved, and its twin with it; or it was taken back, which its own address tells.
    const current = await currentPath(gawai, address)
    return current === undefined ? undefined : movedTo(article ? markdownPath(current) : current, path)
  }
  return undefined
}

/** WordPress had a feed of comments at every article. */
const besideArticle = (wish: Wish, path: string): PagePlan | undefined =>
  wish.feed ? movedTo(wish.path, path) : undefined

/** Whoever lives at the path itself comes first: an article may be called "Feed". */
async function findResident(gawai: Gawai, path: string): Promise<{ wish: Wish; address: Address | undefined }> {
  const here = await findAddress(gawai, path)
  const wish = here ? { path } : readWish(path)
  return { wish, address: here ?? (wish.path === path ? undefined : await findAddress(gawai, wish.path)) }
}

function readWish(path: string): Wish {
  const [, fed, below] = /^(\/.*\/)(feed\/(?:[a-z0-9]+\/)?)$/.exec(path) ?? []
  if (fed !== undefined && below !== undefined) {
    const isOldName = oldFeedNames.includes(below)
    const feed = formatAt(isOldName ? 'feed/' : below)
    if (feed) return { path: fed, feed, isOldName }
  }
  const [, list, before] = /^(.*\/)(?:sebelum|before)\/([^/]+)\/$/.exec(path) ?? []
  if (list !== undefined && before !== undefined) return { path: list, before }
  const numbered = /^(\/.*\/)page\/\d+\/$/.exec(path)?.[1]
  return numbered === undefined ? { path } : { path: numbered, isNumbered: true }
}

async function articleAt(own: Edition, { target }: Address): Promise<PagePlan | undefined> {
  const article = await publishedArticle(own.gawai, target)
  if (article) return articlePage(own, article)
  return (await isRetracted(own.gawai, target)) ? gonePage(own, articleSubject(target)) : undefined
}

function listAt(own: Edition, { kind, target }: Address): Promise<ArticleList | undefined> {
  return kind === 'section' ? sectionList(own, target) : topicList(own, target)
}

/** `/x` leads to `/x/` and the other way round, whichever exists. */
async function otherSlash(gawai: Gawai, path: string): Promise<PagePlan | undefined> {
  if (isPlainForm(path)) return undefined
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`
  if (other === '') return undefined
  const wish = readWish(other)
  const address = await findAddress(gawai, wish.path)
  return address ? movedTo(other, path) : undefined
}
