import { standingFor as organisationsFor } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { detailsSchema } from './content.ts'
import { topicsFor } from './topic.ts'
import { articleSubject, listSubject, olderSubject } from './subjects.ts'

/** Lists published articles under the topics or brands that their revisions say, and no others. */
export async function relist(unit: Unit, kind: 'topic' | 'brand', articles: readonly Id[]): Promise<void> {
  if (articles.length === 0) return
  const rows = await unit.tx
    .selectFrom('publication')
    .innerJoin('revision', 'revision.id', 'publication.revision_id')
    .select(['publication.article_id', 'publication.lang', 'publication.published_at', 'publication.kind', 'details'])
    .where('publication.article_id', 'in', articles)
    .execute()
  for (const { article_id, lang, published_at, details, kind: articleKind } of rows) {
    if (articleKind !== 'article') continue
    const { topics, brands = [] } = detailsSchema.parse(JSON.parse(details))
    const said = kind === 'topic' ? await topicsFor(unit, topics) : [...(await organisationsFor(unit, brands)).values()]
    const left = await unit.tx
      .deleteFrom('listed')
      .where('article_id', '=', article_id)
      .where('kind', '=', kind)
      .returning('list_id')
      .execute()
    const lists = [...new Set(said)]
    if (lists.length > 0)
      await unit.tx
        .insertInto('listed')
        .values(lists.map((list_id) => ({ kind, list_id, lang, published_at, article_id })))
        .execute()
    const subjects = [...left.map(({ list_id }) => list_id), ...lists].map((id) => listSubject({ kind, id }, lang))
    unit.drop(articleSubject(article_id), ...subjects, ...subjects.map(olderSubject))
  }
}
