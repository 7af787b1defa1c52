import { sql } from 'kysely'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import './tables.ts'
import type { Topic } from './topic.ts'

const mostWords = 5

/**
 * The topics of a language by their slugs: a page by key.
 *
 * @param words all of these stand in the slug; nothing for all topics
 * @param after the last slug of the page before
 */
export async function topicsPage(
  { reports }: Pick<Gawai, 'reports'>,
  { lang, words = '', after, limit }: { lang: Language; words?: string; after?: string | undefined; limit: number },
): Promise<Topic[]> {
  let query = reports
    .selectFrom('topic_name')
    .select(['topic_id as id', 'slug', 'name', 'description', 'path'])
    .where('lang', '=', lang)
    .orderBy('slug')
    .limit(limit)
  for (const word of slugWords(words)) query = query.where(sql<boolean>`slug like ${`%${word}%`}`)
  if (after !== undefined) query = query.where('slug', '>', after)
  return query.execute()
}

/** The words of a question as slugs spell them: no sign in them is a wildcard. */
export const slugWords = (words: string): string[] =>
  slugOf(words)
    .split('-')
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** A topic in each language that it has a name in. */
export async function topicInEach(
  { db }: Pick<Gawai, 'db'>,
  id: Id,
): Promise<{ mergedInto: Id | undefined; names: Partial<Record<Language, Topic>> } | undefined> {
  const topic = await db.selectFrom('topic').select('merged_into').where('id', '=', id).executeTakeFirst()
  if (!topic) return undefined
  const rows = await db
    .selectFrom('topic_name')
    .select(['lang', 'topic_id as id', 'slug', 'name', 'description', 'path'])
    .where('topic_id', '=', id)
    .execute()
  const names = Object.fromEntries(rows.map(({ lang, ...words }) => [lang, words]))
  return { mergedInto: topic.merged_into ?? undefined, names }
}
