import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { NotFound } from '#platform/refusals.ts'
import { keepArticleWords } from './article-words.ts'
import { type Content, detailsSchema, parseContent } from './content.ts'
import { parseDocument } from './document/index.ts'
import { keepPictureUses } from './picture-uses.ts'
import { findNotesAgain } from './writing/note-places.ts'

/** Keeps what the article says from now on. Readers see it only when it is published. */
export async function revise(unit: Unit, article: Id, content: Content, by?: Id): Promise<Id> {
  const id = await writeRevision(unit, article, parseContent(content), { by, isKept: true })
  // Whoever is writing the article learns with the next save that it says something else by now.
  const written = await unit.tx
    .updateTable('manuscript')
    .set((row) => ({
      revision_id: id,
      version: row('version', '+', 1),
      save_key: null,
      saved_at: unit.now,
      saved_by: by ?? null,
    }))
    .where('article_id', '=', article)
    .returning('article_id')
    .execute()
  if (written.length > 0) await findNotesAgain(unit, article, content.document)
  return id
}

interface Made {
  by?: Id | undefined
  /** It stays as it is; otherwise saves within some minutes still change it. */
  isKept: boolean
  restoredFrom?: Id | undefined
}

/** @param content proven to be one that can be kept */
export async function writeRevision(
  unit: Unit,
  article: Id,
  { title, slug, document, ...details }: Content,
  { by, isKept, restoredFrom }: Made,
): Promise<Id> {
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
      saved_at: unit.now,
      kept_at: isKept ? unit.now : null,
      restored_from: restoredFrom ?? null,
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

/** Saves what is written on into a revision that is not kept yet. @param content proven to be one that can be kept */
export async function rewriteRevision(
  unit: Unit,
  { article, revision }: { article: Id; revision: Id },
  { title, slug, document, ...details }: Content,
): Promise<void> {
  await unit.tx
    .updateTable('revision')
    .set({ title, slug, details: JSON.stringify(details), saved_at: unit.now })
    .where('id', '=', revision)
    .execute()
  await unit.tx
    .updateTable('revision_body')
    .set({ document: JSON.stringify(document) })
    .where('revision_id', '=', revision)
    .execute()
  await keepPictureUses(unit, article, 'revision', document)
  await keepArticleWords(unit, article)
}

/** From now on the revision stays as it is: it is shown, handed on, or wanted. */
export async function keepRevision(unit: Unit, revision: Id): Promise<void> {
  await unit.tx
    .updateTable('revision')
    .set({ kept_at: unit.now })
    .where('id', '=', revision)
    .where('kept_at', 'is', null)
    .execute()
}

/** From now on readers see the revision, and it stays as it is. */
export async function markShown(unit: Unit, revision: Id): Promise<void> {
  await unit.tx
    .updateTable('revision')
    .set(({ fn, val }) => ({
      kept_at: fn.coalesce('kept_at', val(unit.now)),
      shown_at: fn.coalesce('shown_at', val(unit.now)),
    }))
    .where('id', '=', revision)
    .execute()
}

/** @throws NotFound when the article has no such revision */
export async function readRevision(unit: Pick<Unit, 'tx'>, article: Id, revision: Id): Promise<Content> {
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
export async function newestRevision(unit: Pick<Unit, 'tx'>, article: Id): Promise<Id> {
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
