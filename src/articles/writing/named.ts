import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { BylineRole, Content, SourceRole } from '../content.ts'
import { type References, referencesOf } from '../document/index.ts'
import { withMerged } from '../merged-references.ts'
import type { Written } from '../written.ts'

type Db = Gawai['db']

/** What content says, as a person would write it down: the other way round than `contentOf`. */
export async function writtenOf(
  { db }: Pick<Gawai, 'db'>,
  lang: Language,
  { topics, brands = [], bylines, sources, ...content }: Content,
): Promise<Written> {
  const [topicNames, organisations, people] = [
    await namesOfTopics(db, lang, topics),
    await organisationsOf(db, [...brands, ...sources.map(({ organisation }) => organisation)]),
    await namesOfPeople(
      db,
      bylines.map(({ person }) => person),
    ),
  ]
  const signed = (role: BylineRole) =>
    bylines.filter((byline) => byline.role === role).flatMap(({ person }) => people.get(person) ?? [])
  const said = (role: SourceRole) =>
    sources.flatMap(({ organisation, url, ...source }) => {
      const name = organisations.get(organisation)?.name
      return source.role === role && name !== undefined ? [{ name, ...(url !== undefined && { url }) }] : []
    })
  return {
    ...content,
    topics: topics.flatMap((id) => topicNames.get(id) ?? []),
    brands: brands.flatMap((id) => organisations.get(id)?.name ?? []),
    writer: signed('writer'),
    editor: signed('editor'),
    photo: signed('photo'),
    source: said('source'),
    via: said('via'),
  }
}

/** What the blocks of a document that is being written point to; an article need not have readers yet. */
export async function referencesOfManuscript(
  { db }: Pick<Gawai, 'db'>,
  document: Content['document'],
): Promise<References> {
  const { articles, organisations } = referencesOf(document)
  return { articles: await articlesOf(db, articles), organisations: await organisationsOf(db, organisations) }
}

async function articlesOf(db: Db, ids: readonly Id[]): Promise<References['articles']> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('publication')
    .select(['article_id', 'title', 'path'])
    .where('article_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ article_id, ...target }) => [article_id, target]))
}

async function organisationsOf(db: Db, ids: readonly Id[]): Promise<References['organisations']> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'slug', 'url'])
    .where('id', 'in', [...ids])
    .execute()
  const known = new Map(
    rows.map(({ id, url, ...organisation }) => [id, { ...organisation, ...(url !== null && { url }) }]),
  )
  return withMerged(db, known, ids)
}

async function namesOfTopics(db: Db, lang: Language, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('topic_name')
    .select(['topic_id', 'name'])
    .where('lang', '=', lang)
    .where('topic_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ topic_id, name }) => [topic_id, name]))
}

/** What people are called, by id. */
export async function namesOfPeople(db: Db, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
