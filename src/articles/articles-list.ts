import type { Gawai } from '#platform/gawai.ts'
import { inPlace, searchList } from '#platform/list-words/search-list.ts'
import type { ArticlesPage, ArticlesWanted } from './article-line.ts'
import { placeKey } from './place-key.ts'
import { publishedLines, publishedList } from './published-list.ts'
import { unpublishedLines, unpublishedList } from './unpublished-list.ts'

/**
 * The articles of one state: published, taken back and begun ones from the newest, scheduled ones in their turn. Where
 * something is looked for that much holds, a page may hold few, or none, and lead on.
 */
export async function articlesPage({ reports }: Pick<Gawai, 'reports'>, wanted: ArticlesWanted): Promise<ArticlesPage> {
  const { state } = wanted
  const list = state === 'published' ? publishedList(reports, wanted) : unpublishedList(reports, state, wanted)
  const { places, next } = await searchList(reports, list)
  const ids = places.map(({ id }) => id)
  const lines = await (state === 'published' ? publishedLines(reports, ids) : unpublishedLines(reports, state, ids))
  const items = inPlace(places, lines)
  return next ? { items, next: placeKey(next) } : { items }
}
