import { type ArticleLine, articlesPage, type DeskArticle } from '#articles'
import { slugOf } from '#platform/slug.ts'
import { ownPerson } from '../own-person.ts'
import type { Visit } from '../route.ts'
import { sheetPath } from './article-here.ts'

/** Among how many of the newest somebody may have written the same already. */
const mostCompared = 200
const mostShown = 3
/** Of all words that two headlines hold, how many they share. */
const alike = 0.7

/** The newest articles, also begun ones, whose headline says the same as this one in nearly the same words. */
export async function lookalikes(
  visit: Visit,
  { lang, article }: DeskArticle,
  headline: string,
): Promise<{ id: number; name: string; href: string }[]> {
  const wanted = { lang, limit: mostCompared }
  const [{ items: published }, { items: begun }] = await Promise.all([
    articlesPage(visit.gawai, { ...wanted, state: 'published' }),
    articlesPage(visit.gawai, { ...wanted, state: 'draft', person: ownPerson(visit) }),
  ])
  return [...published, ...begun]
    .filter(({ id, title }) => id !== article && isAlike(headline, title))
    .slice(0, mostShown)
    .map(({ id, title, path = sheetPath(id) }: ArticleLine) => ({ id, name: title, href: path }))
}

/** By the words of their addresses: capitals, accents and signs make no difference. */
export function isAlike(one: string, other: string): boolean {
  const [words, others] = [one, other].map(
    (title) =>
      new Set(
        slugOf(title)
          .split('-')
          .filter((word) => word !== ''),
      ),
  )
  if (!words || !others || words.size === 0) return false
  const shared = words.intersection(others).size
  return shared / words.union(others).size >= alike
}
