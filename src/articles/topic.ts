import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { type Language, type Settings, siteLanguage } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { moveTo } from './address.ts'
import { formerlyCalled } from './former-slug.ts'
import { languagePrefix, topicBase } from './permalink.ts'
import { noSlugIn } from './proper-slug.ts'
import { articleSubject, sitemapSubject, wholeListSubjects } from './subjects.ts'
import { keepTopicWords } from './topic-words.ts'

/** What a story is about (a device, a brand, an event), in one language. */
export interface Topic {
  id: Id
  slug: string
  name: string
  description: string
  path: string
}

export interface NewTopic {
  lang: Language
  name: string
  slug?: string | undefined
  description?: string | undefined
  /** Another language's name for a topic that is there already. */
  topic?: Id
  /** The path it had elsewhere; by default the base word and the slug. */
  path?: string
}

const one = compileOnce<{ id: Id; lang: Language }>()((db, blank) =>
  db
    .selectFrom('topic_name')
    .select(['topic_id as id', 'slug', 'name', 'description', 'path'])
    .where('topic_id', '=', blank.id)
    .where('lang', '=', blank.lang),
)

export async function findTopic({ db }: Pick<Gawai, 'db'>, id: Id, lang: Language): Promise<Topic | undefined> {
  return (await one(db, { id, lang }))[0]
}

/**
 * Finds the topic of that slug in that language, or adds it (or adds this language's name to `topic`, which keeps the one
 * that it has).
 */
export async function keepTopic(unit: Unit, settings: Settings, wanted: NewTopic): Promise<Id> {
  const { lang, name, slug = slugOf(name), description = '' } = wanted
  if (slug === '') throw noSlugIn(name)
  const known = await topicOfSlug(unit, lang, slug)
  if (known !== undefined) return known
  if (wanted.topic !== undefined && (await findTopic({ db: unit.tx }, wanted.topic, lang))) return wanted.topic

  const id = wanted.topic ?? unit.newId()
  if (wanted.topic === undefined) await unit.tx.insertInto('topic').values({ id, merged_into: null }).execute()
  const path = await moveTo(unit, { kind: 'topic', target: id, lang }, wanted.path ?? topicPath(settings, lang, slug))
  await unit.tx.insertInto('topic_name').values({ topic_id: id, lang, slug, name, description, path }).execute()
  await keepTopicWords(unit, id)
  // Its page in the other language leads here.
  unit.drop(...wholeListSubjects({ kind: 'topic', id }), sitemapSubject)
  return id
}

/** The topic that goes by that slug, or went by it before: itself, or as another that it became one with. */
export async function topicOfSlug(unit: Unit, lang: Language, slug: string): Promise<Id | undefined> {
  return (await topicNamed(unit, lang, slug)) ?? formerlyCalled(unit, { kind: 'topic', lang, slug })
}

/** The topic that goes by that slug now. */
export async function topicNamed(unit: Unit, lang: Language, slug: string): Promise<Id | undefined> {
  const row = await unit.tx
    .selectFrom('topic_name')
    .select('topic_id')
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.topic_id
}

/** Calls the topic something else in one language. Its address stays, as a section's does. */
export async function nameTopic(
  unit: Unit,
  topic: Id,
  { lang, name, description }: { lang: Language; name: string; description?: string | undefined },
): Promise<void> {
  const named = await unit.tx
    .updateTable('topic_name')
    .set({ name, ...(description !== undefined && { description }) })
    .where('topic_id', '=', topic)
    .where('lang', '=', lang)
    .where((row) =>
      row.or([row('name', '!=', name), ...(description === undefined ? [] : [row('description', '!=', description)])]),
    )
    .returning('topic_id')
    .execute()
  if (named.length === 0) return
  await keepTopicWords(unit, topic)
  const about = await unit.tx
    .selectFrom('listed')
    .select('article_id')
    .where('kind', '=', 'topic')
    .where('list_id', '=', topic)
    .execute()
  unit.drop(...wholeListSubjects({ kind: 'topic', id: topic }), ...about.map((row) => articleSubject(row.article_id)))
}

/** The path that it gets by itself: the base word and the slug. */
export function topicPath(settings: Settings, lang: Language, slug: string): string {
  const prefix = languagePrefix(lang, settings.get(siteLanguage))
  const path = `${prefix}/${settings.get(topicBase[lang])}/${encodeURIComponent(slug)}/`
  return canonicalPath(path) ?? path
}

const mergedAmong = compileOnce<{ topic: Id }>()((db, blank) =>
  db.selectFrom('topic').select('merged_into').where('id', '=', blank.topic),
)

/** What these topics became: itself for one that stands alone. Revisions are not rewritten when topics are merged. */
export async function topicsFor(unit: Unit, topics: readonly Id[]): Promise<Id[]> {
  const standing: Id[] = []
  for (const topic of topics) standing.push((await mergedAmong(unit.tx, { topic }))[0]?.merged_into ?? topic)
  return [...new Set(standing)]
}
