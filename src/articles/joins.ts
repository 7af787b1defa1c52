import { standingFor } from '#organisations'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind, Content } from './content.ts'
import { referencesOf } from './document/index.ts'
import { keepPictureUses } from './picture-uses.ts'
import { withAncestors } from './section-path.ts'
import { listSubject } from './subjects.ts'
import type { ListKind } from './tables.ts'
import { topicsFor } from './topic.ts'

interface Placed {
  id: Id
  kind: ArticleKind
  lang: Language
  publishedAt: Instant
}

/**
 * Writes anew which lists hold the published article, who signs it, who said it and what it points to.
 *
 * @returns the subjects of all lists that it left, stays in or entered
 */
export async function rewriteJoins(
  unit: Unit,
  article: Placed & { isFirst: boolean },
  content: Content,
): Promise<string[]> {
  // What readers do not see stands in no list, so there is nothing to clear.
  const left = article.isFirst ? [] : await clearJoins(unit, article.id, article.lang)
  const references = referencesOf(content.document)
  const lists = article.kind === 'article' ? await listsOf(unit, content) : []
  const at = { lang: article.lang, published_at: article.publishedAt, article_id: article.id }

  if (lists.length > 0)
    await unit.tx
      .insertInto('listed')
      .values(lists.map(({ kind, id }) => ({ kind, list_id: id, ...at })))
      .execute()
  const bylines = content.bylines.map(({ person, role }, position) => ({
    article_id: article.id,
    position,
    role,
    person_id: person,
  }))
  if (bylines.length > 0) await unit.tx.insertInto('byline').values(bylines).execute()
  const sources = await sourceRows(unit, article.id, content, references.organisations)
  if (sources.length > 0) await unit.tx.insertInto('article_source').values(sources).execute()
  const targets = references.articles.filter((target) => target !== article.id)
  if (targets.length > 0) {
    const readAlso = targets.map((target_id) => ({ article_id: article.id, target_id }))
    await unit.tx.insertInto('read_also').values(readAlso).execute()
  }
  await keepPictureUses(unit, article.id, 'publication', content.document)
  await keepPictureUses(unit, article.id, 'schedule')
  const entered = lists.map((list) => listSubject(list, article.lang))
  return [...new Set([...left, ...entered])]
}

/** Takes the article out of every list. @returns the subjects of the lists that it left */
export async function clearJoins(unit: Unit, article: Id, lang: Language): Promise<string[]> {
  const lists = await unit.tx
    .deleteFrom('listed')
    .where('article_id', '=', article)
    .returning(['kind', 'list_id as id'])
    .execute()
  await unit.tx.deleteFrom('byline').where('article_id', '=', article).execute()
  await unit.tx.deleteFrom('article_source').where('article_id', '=', article).execute()
  await unit.tx.deleteFrom('read_also').where('article_id', '=', article).execute()
  await keepPictureUses(unit, article, 'publication')
  return lists.map((list) => listSubject(list, lang))
}

/** Every list that the article stands in, each once. */
async function listsOf(unit: Unit, content: Content): Promise<{ kind: ListKind; id: Id }[]> {
  const each = (kind: ListKind, ids: readonly Id[]) => [...new Set(ids)].map((id) => ({ kind, id }))
  return [
    ...each('section', await allSections(unit, content)),
    ...each('topic', await topicsFor(unit, content.topics)),
    ...each('brand', [...(await standingFor(unit, content.brands ?? [])).values()]),
    ...each(
      'person',
      content.bylines.map(({ person }) => person),
    ),
  ]
}

async function allSections(unit: Unit, { section, sections }: Content): Promise<Id[]> {
  const all = new Set<Id>()
  for (const named of section === undefined ? sections : [section, ...sections])
    for (const one of await withAncestors(unit, named)) all.add(one)
  return [...all]
}

async function sourceRows(unit: Unit, article: Id, { sources }: Content, attributed: readonly Id[]) {
  const now = await standingFor(unit, [...sources.map(({ organisation }) => organisation), ...attributed])
  const named = sources.map(({ role, organisation, url }) => ({ role, organisation, url: url ?? null }))
  const within = attributed.map((organisation) => ({ role: 'attribution' as const, organisation, url: null }))
  return [...named, ...within].map(({ organisation, ...row }, position) => ({
    article_id: article,
    position,
    organisation_id: now.get(organisation) ?? organisation,
    ...row,
  }))
}
