import {
  type Address,
  articleSubject,
  currentPath,
  findAddress,
  pathOfPair,
  publishedArticle,
  retractedAt,
} from '#articles'
import type { Assets } from '#look/assets.ts'
import { isPlainForm } from '#platform/http/canonical-path.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { isShown } from '#platform/settings.ts'
import { articlePage } from './article-page.ts'
import { edition, type Edition } from './edition.ts'
import { belowList, readBelow } from './lists/below-list.ts'
import { sectionList } from './lists/section.ts'
import { topicList } from './lists/topic.ts'
import { gonePage } from './missing-page.ts'
import { markdownPage, markdownPath, pathsOfTwin } from './markdown-page.ts'
import { insteadAt, leadTo, movedTo } from './moved.ts'

/**
 * The page of whoever lives at a path: an article, a section, a topic, their feeds and older pages, or the way to
 * where they moved. Undefined when nobody ever lived there.
 *
 * @param path canonical
 */
export async function residentPage(gawai: Gawai, assets: Assets, path: string): Promise<PagePlan | undefined> {
  const here = await findAddress(gawai, path)
  if (here) return pageAt(gawai, assets, here, path, '')
  const wish = readBelow(path)
  const above = wish && (await findAddress(gawai, wish.path))
  if (above) return pageAt(gawai, assets, above, wish.path, wish.below)
  return (await twinAt(gawai, assets, path)) ?? otherSlash(gawai, path)
}

/** @param below what is asked for below the address; nothing for itself */
async function pageAt(
  gawai: Gawai,
  assets: Assets,
  address: Address,
  path: string,
  below: string,
): Promise<PagePlan | undefined> {
  if (!isShown(gawai.settings, address.lang)) return below === '' ? pairOf(gawai, address) : undefined
  if (!address.isCurrent) {
    const current = await currentPath(gawai, address)
    if (current === undefined) return undefined
    return below === '' ? movedTo(current, path) : leadTo(current + below)
  }
  const own = edition(gawai, assets, address.lang)
  if (address.kind === 'article') return below === '' ? articleAt(own, address) : besideArticle(path, below)
  const list = await (address.kind === 'section' ? sectionList(own, address.target) : topicList(own, address.target))
  return list && belowList(own, list, below)
}

/** Where readers are led who ask for what stands in a language that they are not shown. */
async function pairOf(gawai: Gawai, address: Address, spelt = (path: string) => path): Promise<PagePlan | undefined> {
  const path = await pathOfPair(gawai, address)
  return path === undefined ? undefined : insteadAt(spelt(path))
}

/** The article at that address, as Markdown. */
async function twinAt(gawai: Gawai, assets: Assets, path: string): Promise<PagePlan | undefined> {
  for (const at of pathsOfTwin(path)) {
    const address = await findAddress(gawai, at)
    if (address?.kind !== 'article') continue
    if (!isShown(gawai.settings, address.lang)) return pairOf(gawai, address, markdownPath)
    const article = await publishedArticle(gawai, address.target)
    if (article?.path === at) return markdownPage(edition(gawai, assets, address.lang), article)
    // It moved, and its twin with it; or it was taken back, which its own address tells.
    const current = await currentPath(gawai, address)
    return current === undefined ? undefined : movedTo(article ? markdownPath(current) : current, path)
  }
  return undefined
}

/** WordPress had a feed of comments at every article. */
const besideArticle = (path: string, below: string): PagePlan | undefined =>
  below.startsWith('feed') ? leadTo(path) : undefined

async function articleAt(own: Edition, { target }: Address): Promise<PagePlan | undefined> {
  const article = await publishedArticle(own.gawai, target)
  if (article) return articlePage(own, article)
  const goneAt = await retractedAt(own.gawai, target)
  return goneAt === undefined ? undefined : gonePage(own, articleSubject(target), goneAt)
}

/** `/x` leads to `/x/` and the other way round, whichever exists. */
async function otherSlash(gawai: Gawai, path: string): Promise<PagePlan | undefined> {
  if (isPlainForm(path)) return undefined
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`
  if (other === '') return undefined
  const wish = readBelow(other)
  if (await findAddress(gawai, other)) return movedTo(other, path)
  return wish && (await findAddress(gawai, wish.path)) ? leadTo(other) : undefined
}
