import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { NotFound } from '#platform/refusals.ts'
import { keepArticleWords } from './article-words.ts'
import { type Content, detailsSchema, parseContent } from './content.ts'
import { parseDocument } from './document/index.ts'
import { keepPictureUses } from './picture-uses.ts'

/** Keeps what the article says from now on. Readers see it only when it is published. */
export async function revise(unit: Unit, article: Id, content: Content, by?: Id): Promise<Id> {
  const { title, slug, document, ...details } = parseContent(content)
  const id = unit.newId()
  await unit.tx
    .insertInto('revision')
    .values({
      id,
      article_id: article,
      made_at: unit.now,
      made_by: by ?? null,
      title,
      slug,
      details: JSON.stringify(details),
    })
    .execute()
  await unit.tx
    .insertInto('revision_body')
    .values({ revision_id: id, document: JSON.stringify(document) })
    .execute()
  await keepPictureUses(unit, article, 'revision', document)
  await keepArticleWords(unit, article)
  return id
}

/** @throws NotFound when the article has no such revision */
export async function readRevision(unit: Unit, article: Id, revision: Id): Promise<Content> {
  const row = await unit.tx
    .selectFrom('revision')
    .innerJoin('revision_body', 'revision_body.revision_id', 'revision.id')
    .select(['title', 'slug', 'details', 'document'])
    .where('id', '=', revision)
    .where('article_id', '=', article)
    .executeTakeFirst()
  if (!row) throw new NotFound(`Article ${article} has no revision ${revision}`, { key: 'refusedArticle.noRevision' })
  const details = detailsSchema.parse(JSON.parse(row.details))
  return { title: row.title, slug: row.slug, document: parseDocument(JSON.parse(row.document)), ...details }
}

/** The article's newest revision. @throws NotFound when it has none */
export async function newestRevision(unit: Unit, article: Id): Promise<Id> {
  const row = await unit.tx
    .selectFrom('revision')
    .select('id')
    .where('article_id', '=', article)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row)
    throw new NotFound(`Article ${article} has no words yet: save it before publishing`, {
      key: 'refusedArticle.noWords',
    })
  return row.id
}
