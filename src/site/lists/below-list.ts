import type { PagePlan } from '#platform/page-store/page.ts'
import { languages } from '#platform/settings.ts'
import { type Edition, pathWords } from '../edition.ts'
import { feedPage } from '../feeds/feed-page.ts'
import { formatAt, oldFeedNames } from '../feeds/formats.ts'
import { leadTo } from '../moved.ts'
import type { ArticleList } from './article-list.ts'
import { listPage } from './list-page.ts'

/** How what stands below a list begins, in the pattern of an address. */
export const belowWords = ['feed', 'page', ...languages.map((lang) => pathWords[lang].before)].join('|')

const form = new RegExp(`^(/(?:.*/)?)((?:${belowWords})(?:/.*)?)$`)

/** An address as a list and what is asked for below it, when it may be one. */
export function readBelow(path: string): { path: string; below: string } | undefined {
  const [, list, below] = form.exec(path) ?? []
  return list !== undefined && below !== undefined ? { path: list, below } : undefined
}

/**
 * What stands below a list: nothing (the list itself), its feed in a format, or an older page. WordPress had more names
 * for its feeds, and pages by number: what stood there has moved on since, so those lead to the list.
 *
 * @param below as in `sebelum/KEY/`
 * @param at the path below which it was asked for
 */
export async function belowList(
  own: Edition,
  list: ArticleList,
  below: string,
  at = list.path,
): Promise<PagePlan | undefined> {
  if (below === '') return listPage(own, list)
  if (!below.endsWith('/')) return (await belowList(own, list, `${below}/`)) && leadTo(`${at}${below}/`)
  const format = formatAt(below)
  if (format) return feedPage(own, list, format)
  if (oldFeedNames.includes(below)) return leadTo(list.feed)
  if (/^page\/\d+\/$/.test(below)) return leadTo(list.path)
  const [, word, key] = /^([^/]+)\/([^/]+)\/$/.exec(below) ?? []
  return word === pathWords[own.lang].before && key !== undefined ? listPage(own, list, key) : undefined
}
