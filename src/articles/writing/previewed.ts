import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { Content } from '../content.ts'
import { leadPictureOf, openingOf } from '../document/index.ts'
import type { PublishedArticle } from '../published-article.ts'
import { signOff } from '../sign-off.ts'
import { articleAtDesk, type DeskArticle } from './at-desk.ts'
import { correctionsOf } from './corrections.ts'
import { referencesOfManuscript } from './named.ts'

type Db = Gawai['db']

/** An article as readers would see it if what it says now were published at this moment. @throws NotFound */
export async function previewedArticle(
  { db, clock }: Pick<Gawai, 'db' | 'clock'>,
  article: Id,
): Promise<PublishedArticle> {
  const desk = await articleAtDesk({ db }, article)
  const { content, lang, kind, revision } = desk
  const { title, summary, document, dateline, seo } = content
  const bylines = await bylinesOf(db, content)
  const [section, picture] = [await sectionOf(db, lang, content), leadPictureOf(document)]
  return {
    id: article,
    kind,
    lang,
    revision,
    title,
    summary,
    description: summary || openingOf(document),
    document,
    ...timesOf(desk, clock.now()),
    topics: await topicsOf(db, lang, content),
    brands: await brandsOf(db, content),
    bylines,
    signOff: signOff(bylines),
    sources: await sourcesOf(db, content),
    references: await referencesOfManuscript({ db }, document),
    corrections: await correctionsOf({ db }, article),
    ...(dateline !== undefined && { dateline }),
    ...(seo !== undefined && { seo }),
    ...(picture && { picture }),
    ...(section && { section }),
  }
}

function timesOf({ published, due, savedAt }: DeskArticle, now: number) {
  const publishedAt = published?.at ?? due?.at ?? now
  return { path: published?.path ?? '', publishedAt, modifiedAt: published ? savedAt : publishedAt }
}

async function sectionOf(db: Db, lang: Language, { section }: Content) {
  if (section === undefined) return undefined
  return db
    .selectFrom('section_name')
    .select(['section_id as id', 'name', 'path'])
    .where('section_id', '=', section)
    .where('lang', '=', lang)
    .executeTakeFirst()
}

async function topicsOf(db: Db, lang: Language, { topics }: Content) {
  if (topics.length === 0) return []
  return db
    .selectFrom('topic_name')
    .select(['name', 'path'])
    .where('lang', '=', lang)
    .where('topic_id', 'in', topics)
    .orderBy('name')
    .execute()
}

async function brandsOf(db: Db, { brands = [] }: Content) {
  if (brands.length === 0) return []
  return db.selectFrom('organisation').select(['name', 'slug']).where('id', 'in', brands).orderBy('name').execute()
}

async function bylinesOf(db: Db, { bylines }: Content): Promise<PublishedArticle['bylines']> {
  if (bylines.length === 0) return []
  const ids = bylines.map(({ person }) => person)
  const rows = await db.selectFrom('person').select(['id', 'name', 'slug', 'initials']).where('id', 'in', ids).execute()
  const people = new Map(rows.map(({ id, ...person }) => [id, person]))
  return bylines.flatMap(({ role, person }) => {
    const signer = people.get(person)
    return signer ? [{ role, ...signer }] : []
  })
}

async function sourcesOf(db: Db, { sources }: Content): Promise<PublishedArticle['sources']> {
  if (sources.length === 0) return []
  const ids = sources.map(({ organisation }) => organisation)
  const rows = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return sources.flatMap(({ role, organisation, url }) => {
    const name = names.get(organisation)
    return name === undefined ? [] : [{ role, name, ...(url !== undefined && { url }) }]
  })
}
