import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict } from '#platform/refusals.ts'
import { addressSubject } from './address.ts'
import { rememberSlug } from './former-slug.ts'
import type { TopicMerge } from './merge-topics.ts'
import { relist } from './relist.ts'
import { sitemapSubject, wholeListSubjects } from './subjects.ts'
import { keepTopicWords } from './topic-words.ts'

/**
 * Makes the topics of a merge themselves again: names, addresses, and the lists, which follow from what the articles'
 * published revisions say.
 *
 * @throws Conflict when something else has taken a name or an address in the meantime
 */
export async function splitTopics(
  unit: Unit,
  { merges, by }: { merges: readonly TopicMerge[]; by: Id | undefined },
): Promise<void> {
  for (const merge of merges) await splitTopic(unit, merge)
  const split = merges.map(({ from }) => from).join(' ')
  const into = merges[0]?.into ?? 0
  await record(unit, { by, action: 'topic.split', object: `topic:${into}`, details: { topics: split } })
  unit.drop(sitemapSubject)
}

async function splitTopic(unit: Unit, merge: TopicMerge): Promise<void> {
  const { from, into, names, addresses, formerSlugs, articles, absorbed } = merge
  const row = await unit.tx.selectFrom('topic').select('merged_into').where('id', '=', from).executeTakeFirst()
  if (row?.merged_into !== into) throw changedMeanwhile()
  await unit.tx.updateTable('topic').set({ merged_into: null }).where('id', '=', from).execute()
  if (absorbed.length > 0)
    await unit.tx.updateTable('topic').set({ merged_into: from }).where('id', 'in', absorbed).execute()
  for (const name of names) await giveBackName(unit, name, merge)
  for (const topic of [from, into]) await keepTopicWords(unit, topic)
  for (const { path, isCurrent } of addresses) {
    const given = await unit.tx
      .updateTable('address')
      .set({ target_id: from, is_current: isCurrent ? 1 : 0 })
      .where('path', '=', path)
      .where('kind', '=', 'topic')
      .where('target_id', '=', into)
      .returning('path')
      .execute()
    if (given.length === 0) throw changedMeanwhile()
    unit.drop(addressSubject(path))
  }
  for (const former of formerSlugs) await rememberSlug(unit, { kind: 'topic', ...former, target: from })
  await relist(unit, 'topic', articles)
  unit.drop(...wholeListSubjects({ kind: 'topic', id: from }), ...wholeListSubjects({ kind: 'topic', id: into }))
}

async function giveBackName(
  unit: Unit,
  { isTaken, ...name }: TopicMerge['names'][number],
  { from, into }: TopicMerge,
): Promise<void> {
  const { lang, slug } = name
  const owner = await unit.tx
    .selectFrom('topic_name')
    .select('topic_id')
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (isTaken ? owner?.topic_id !== into : owner !== undefined) throw changedMeanwhile()
  if (isTaken)
    await unit.tx
      .updateTable('topic_name')
      .set({ topic_id: from })
      .where('topic_id', '=', into)
      .where('lang', '=', lang)
      .execute()
  else
    await unit.tx
      .insertInto('topic_name')
      .values({ topic_id: from, ...name })
      .execute()
  await unit.tx
    .deleteFrom('former_slug')
    .where('kind', '=', 'topic')
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .where('target_id', '=', into)
    .execute()
}

const changedMeanwhile = () =>
  new Conflict('Something of it was changed in the meantime, so it cannot be taken back', {
    key: 'refusedTopic.changedMeanwhile',
  })
