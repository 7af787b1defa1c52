import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type Language, language, type Settings } from '#platform/settings.ts'
import { moveTo } from './address.ts'
import { forgetSlug, rememberSlug } from './former-slug.ts'
import { dropArticlesIn } from './list-moves.ts'
import { refuseImproper } from './proper-slug.ts'
import { sitemapSubject, wholeListSubjects } from './subjects.ts'
import { findTopic, keepTopic, nameTopic, topicNamed, topicPath } from './topic.ts'
import { keepTopicWords } from './topic-words.ts'

/** How a topic goes by in one language. */
export const topicWordsSchema = z.object({
  lang: language,
  name: z.string(),
  description: z.string(),
  slug: z.string(),
})
export type TopicWords = z.infer<typeof topicWordsSchema>

/**
 * Calls a topic otherwise in one language, or for the first time; another slug gives it another address, and the old
 * one leads there.
 *
 * @returns how it went by before; nothing when it had no name in that language
 * @throws Conflict when another topic goes by that slug
 */
export async function changeTopic(
  unit: Unit,
  settings: Settings,
  { topic, by, ...words }: TopicWords & { topic: Id; by: Id | undefined },
): Promise<TopicWords | undefined> {
  const { lang, slug } = words
  refuseImproper(slug)
  const row = await unit.tx.selectFrom('topic').select('merged_into').where('id', '=', topic).executeTakeFirst()
  if (!row || row.merged_into !== null) throw new NotFound('There is no such topic', { key: 'refusedTopic.gone' })
  const other = await topicNamed(unit, lang, slug)
  if (other !== undefined && other !== topic)
    throw new Conflict(`A topic goes by "${slug}" already: merge the two`, {
      key: 'refusedTopic.taken',
      values: { slug },
    })
  const before = await findTopic({ db: unit.tx }, topic, lang)
  if (!before) {
    await forgetSlug(unit, { kind: 'topic', lang, slug })
    await keepTopic(unit, settings, { ...words, topic })
  } else {
    await nameTopic(unit, topic, words)
    if (slug !== before.slug) await moveTopic(unit, settings, topic, { lang, from: before.slug, to: slug })
  }
  const details = { lang, name: words.name, slug }
  await record(unit, { by, action: 'topic.changed', object: `topic:${topic}`, details })
  return before && { lang, name: before.name, description: before.description, slug: before.slug }
}

async function moveTopic(
  unit: Unit,
  settings: Settings,
  topic: Id,
  { lang, from, to }: { lang: Language; from: string; to: string },
): Promise<void> {
  const place = { kind: 'topic', target: topic, lang } as const
  const path = await moveTo(unit, place, topicPath(settings, lang, to), { isExact: true })
  await unit.tx
    .updateTable('topic_name')
    .set({ slug: to, path })
    .where('topic_id', '=', topic)
    .where('lang', '=', lang)
    .execute()
  await keepTopicWords(unit, topic)
  await forgetSlug(unit, { kind: 'topic', lang, slug: to })
  await rememberSlug(unit, { kind: 'topic', lang, slug: from, target: topic })
  unit.drop(...wholeListSubjects({ kind: 'topic', id: topic }), sitemapSubject)
  await dropArticlesIn(unit, { kind: 'topic', id: topic })
}
