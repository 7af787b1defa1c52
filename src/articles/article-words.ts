import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { keepListWords } from '#platform/list-words/keep-list-words.ts'
import { facet, wordsIn } from '#platform/list-words/list-words.ts'
import type { ArticleState } from './article-line.ts'
import { detailsSchema } from './content.ts'
import './tables.ts'

/**
 * Writes down what editors find an article by, in the list of each state that it is in: called after a state or the newest
 * revision has changed. Readers see the title of what is published; everywhere else the newest revision speaks.
 */
export async function keepArticleWords(unit: Unit, article: Id): Promise<void> {
  const { title, draft, due, withdrawn, lang } = await statesOf(unit, article)
  const newest = draft === null && due === null && withdrawn === null ? [] : await newestWords(unit, article, lang)
  const words: Record<ArticleState, string[]> = {
    published: wordsIn(title ?? ''),
    draft: draft !== null && due === null ? newest : [],
    scheduled: due === null ? [] : newest,
    withdrawn: withdrawn === null ? [] : newest,
  }
  await keepListWords(unit, article, words)
}

const statesOf = ({ tx }: Unit, article: Id) =>
  tx
    .selectFrom('article')
    .leftJoin('publication', 'publication.article_id', 'article.id')
    .leftJoin('draft', 'draft.article_id', 'article.id')
    .leftJoin('schedule', 'schedule.article_id', 'article.id')
    .leftJoin('retraction', 'retraction.article_id', 'article.id')
    .select(['article.lang', 'publication.title', 'draft.article_id as draft', 'due_at as due', 'at as withdrawn'])
    .where('article.id', '=', article)
    .executeTakeFirstOrThrow()

/** The words of its title, and facets for its language, its sections and who signs it. */
async function newestWords({ tx }: Unit, article: Id, lang: string): Promise<string[]> {
  const row = await tx
    .selectFrom('revision')
    .select(['title', 'details'])
    .where('article_id', '=', article)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return []
  const { section, sections, bylines } = detailsSchema.parse(JSON.parse(row.details))
  const filed = section === undefined ? sections : [section, ...sections]
  return [
    ...wordsIn(row.title),
    facet('lang', lang),
    ...filed.map((id) => facet('section', id)),
    ...bylines.map(({ person }) => facet('person', person)),
  ]
}
