import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'
import { articleSubject, sitemapSubject } from './subjects.ts'
import './tables.ts'

export interface NewArticle {
  kind: ArticleKind
  lang: Language
  /** The id that feeds gave it elsewhere; readers' programs know the article by it. */
  guid?: string
  id?: Id
  /** The person who begins it. */
  by?: Id
}

/** Begins an article. It says nothing yet: `revise` gives it words, `publishRevision` gives it readers. */
export async function newArticle(unit: Unit, { kind, lang, guid, by, id = unit.newId() }: NewArticle): Promise<Id> {
  await unit.tx
    .insertInto('article')
    .values({ id, kind, lang, pair_id: null, guid: guid ?? null, made_at: unit.now, begun_by: by ?? null })
    .execute()
  await unit.tx.insertInto('draft').values({ article_id: id }).execute()
  return id
}

/**
 * Says that two articles are one story in two languages: each page names the other. A partner that either had before
 * stands alone again.
 *
 * @throws Invalid when both are in the same language
 * @throws NotFound
 */
export async function pairArticles(unit: Unit, one: Id, other: Id): Promise<void> {
  const pair = [await articleRow(unit, one), await articleRow(unit, other)] as const
  if (pair[0].lang === pair[1].lang)
    throw new Invalid(`Articles ${one} and ${other} are in the same language: a story has one article in each`, {
      key: 'refusedArticle.sameLanguage',
    })
  const known = pair.map((row) => row.pair_id).filter((id) => id !== null)
  if (known.length > 0) {
    const left = await unit.tx
      .updateTable('article')
      .set({ pair_id: null })
      .where('pair_id', 'in', known)
      .returning('id')
      .execute()
    unit.drop(...left.map(({ id }) => articleSubject(id)))
  }
  await unit.tx
    .updateTable('article')
    .set({ pair_id: Math.min(one, other) })
    .where('id', 'in', [one, other])
    .execute()
  unit.drop(articleSubject(one), articleSubject(other), sitemapSubject)
}

/**
 * The same for who changes the article: others who do wait until this unit is done, and what is read from here on is
 * what they left. PostgreSQL lets them run beside each other otherwise, and a save that goes into a revision would change
 * it below who publishes it.
 *
 * @throws NotFound
 */
export async function articleInTurn(unit: Unit, id: Id) {
  await unit.tx
    .updateTable('article')
    .set(({ ref }) => ({ made_at: ref('made_at') }))
    .where('id', '=', id)
    .execute()
  return articleRow(unit, id)
}

/** @throws NotFound */
export async function articleRow(unit: Unit, id: Id) {
  const row = await unit.tx.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound(`There is no article ${id}`, { key: 'refusedArticle.gone' })
  return row
}
