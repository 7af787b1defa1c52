import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { newArticle, type NewArticle } from '../article.ts'
import { type Content, parseUnfinished } from '../content.ts'
import { writeRevision } from '../revision.ts'

/** Begins an article with what a template says. It may have no title yet. @throws Invalid */
export async function beginArticle(
  unit: Unit,
  { by, content, ...wanted }: Pick<NewArticle, 'kind' | 'lang'> & { by: Id; content: Content },
): Promise<Id> {
  const article = await newArticle(unit, { ...wanted, by })
  await writeRevision(unit, article, parseUnfinished(content), { by, isKept: false })
  return article
}
