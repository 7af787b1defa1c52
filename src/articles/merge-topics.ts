import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { language } from '#platform/settings.ts'
import { addressSubject } from './address.ts'
import { topicWordsSchema } from './change-topic.ts'
import { handOverSlugs, rememberSlug } from './former-slug.ts'
import { type ListMove, moveListed } from './list-moves.ts'
import { sitemapSubject, wholeListSubjects } from './subjects.ts'
import { keepTopicWords } from './topic-words.ts'

const id = z.number()

/** All that is needed to make one topic of a merge itself again. */
export const topicMergeSchema = z.object({
  from: id,
  into: id,
  /** The articles that it listed. */
  articles: z.array(id),
  /** Its addresses, and which was its own. */
  addresses: z.array(z.object({ path: z.string(), lang: language, isCurrent: z.boolean() })),
  /** Its names, and whether the one that stayed took them for its own. */
  names: z.array(topicWordsSchema.extend({ path: z.string(), isTaken: z.boolean() })),
  formerSlugs: z.array(z.object({ lang: language, slug: z.string() })),
  /** Topics that had become this one before. */
  absorbed: z.array(id),
})
export type TopicMerge = z.infer<typeof topicMergeSchema>

/**
 * Makes several topics one. What they listed stands in the one that stays, their addresses lead to it, and revisions
 * that name them mean it from now on (`topicsFor`). A name in a language in which that one has none becomes its own.
 *
 * @returns what `splitTopics` needs, or undefined when there is too much to take it back exactly
 * @throws Conflict when one of them is the one that stays
 */
export async function mergeTopics(
  unit: Unit,
  gawai: Pick<Gawai, 'jobs'>,
  { topics, into, by }: { topics: readonly Id[]; into: Id; by: Id | undefined },
): Promise<TopicMerge[] | undefined> {
  if (topics.includes(into))
    throw new Conflict('A topic cannot be merged into itself: choose another', { key: 'refusedTopic.itself' })
  await refuseMerged(unit, [...topics, into])
  const merges: (TopicMerge | undefined)[] = []
  for (const from of new Set(topics)) merges.push(await mergeTopic(unit, gawai, from, into))
  const details = { into, topics: topics.join(' ') }
  await record(unit, { by, action: 'topic.merged', object: `topic:${into}`, details })
  unit.drop(sitemapSubject)
  return merges.every((merge) => merge !== undefined) ? merges : undefined
}

async function refuseMerged({ tx }: Unit, topics: readonly Id[]): Promise<void> {
  const rows = await tx.selectFrom('topic').select(['id', 'merged_into']).where('id', 'in', topics).execute()
  const standing = new Set(rows.filter(({ merged_into }) => merged_into === null).map(({ id }) => id))
  if (topics.some((id) => !standing.has(id)))
    throw new NotFound('One of these topics is not there any more', { key: 'refusedTopic.oneGone' })
}

async function mergeTopic(unit: Unit, gawai: Pick<Gawai, 'jobs'>, from: Id, into: Id): Promise<TopicMerge | undefined> {
  const addresses = await unit.tx
    .selectFrom('address')
    .select(['path', 'lang', 'is_current'])
    .where('kind', '=', 'topic')
    .where('target_id', '=', from)
    .execute()
  const formerSlugs = await unit.tx
    .selectFrom('former_slug')
    .select(['lang', 'slug'])
    .where('kind', '=', 'topic')
    .where('target_id', '=', from)
    .execute()
  const absorbed = await unit.tx.selectFrom('topic').select('id').where('merged_into', '=', from).execute()
  const names = await mergeNames(unit, from, into)
  await handOverSlugs(unit, 'topic', from, into)
  await unit.tx
    .updateTable('address')
    .set({ target_id: into })
    .where('kind', '=', 'topic')
    .where('target_id', '=', from)
    .execute()
  // Chains end at once: whoever was merged into this one goes on with it.
  await unit.tx
    .updateTable('topic')
    .set({ merged_into: into })
    .where((row) => row.or([row('id', '=', from), row('merged_into', '=', from)]))
    .execute()
  unit.drop(...wholeListSubjects({ kind: 'topic', id: from }), ...wholeListSubjects({ kind: 'topic', id: into }))
  unit.drop(...addresses.map(({ path }) => addressSubject(path)))
  const move: ListMove = { kind: 'topic', from, into }
  const articles = await moveListed(unit, gawai, move)
  const kept = addresses.map(({ path, lang, is_current }) => ({ path, lang, isCurrent: is_current === 1 }))
  const ids = absorbed.map(({ id }) => id)
  return articles && { from, into, articles, addresses: kept, names, formerSlugs, absorbed: ids }
}

/** In each language: the one that stays keeps its name, or takes this one when it has none. */
async function mergeNames(unit: Unit, from: Id, into: Id): Promise<TopicMerge['names']> {
  const rows = await unit.tx.selectFrom('topic_name').selectAll().where('topic_id', 'in', [from, into]).execute()
  const [own, theirs] = [rows.filter((row) => row.topic_id === from), rows.filter((row) => row.topic_id === into)]
  const names: TopicMerge['names'] = []
  for (const { topic_id: _, ...name } of own) {
    const isTaken = !theirs.some(({ lang }) => lang === name.lang)
    if (isTaken)
      await unit.tx
        .updateTable('topic_name')
        .set({ topic_id: into })
        .where('topic_id', '=', from)
        .where('lang', '=', name.lang)
        .execute()
    else {
      await unit.tx.deleteFrom('topic_name').where('topic_id', '=', from).where('lang', '=', name.lang).execute()
      await unit.tx.updateTable('address').set({ is_current: 0 }).where('path', '=', name.path).execute()
      await rememberSlug(unit, { kind: 'topic', lang: name.lang, slug: name.slug, target: into })
    }
    names.push({ ...name, isTaken })
  }
  for (const topic of [from, into]) await keepTopicWords(unit, topic)
  return names
}
