import { sql } from 'kysely'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { termsIn } from '#platform/list-words/list-words.ts'
import { inPlace, searchList } from '#platform/list-words/search-list.ts'
import type { Language } from '#platform/settings.ts'
import './tables.ts'
import type { Topic } from './topic.ts'
import { topicList } from './topic-words.ts'

/** What a page of a language's topics is asked for. */
interface TopicsWanted {
  lang: Language
  /** Name or slug hold words that begin so; nothing for all topics. */
  words?: string
  /** A slug from `TopicsPage.after`. */
  after?: string | undefined
  limit: number
}

/** Topics of one page; `after` when there may be more. */
interface TopicsPage {
  items: Topic[]
  after?: string
}

/** The topics of a language by their slugs. Where much holds what is looked for, a page may hold few and lead on. */
export async function topicsPage(
  { reports }: Pick<Gawai, 'reports'>,
  { lang, words = '', after, limit }: TopicsWanted,
): Promise<TopicsPage> {
  const named = reports.selectFrom('topic_name').where('lang', '=', lang)
  const behind = after === undefined ? named : named.where('slug', '>', after)
  const { places, next } = await searchList<string>(reports, {
    list: topicList(lang),
    terms: termsIn(words),
    direction: 'asc',
    from: after === undefined ? undefined : { at: after, id: Number.MAX_SAFE_INTEGER },
    limit,
    atOf: (owner) => sql`(select slug from topic_name where topic_id = ${owner} and lang = ${lang})`,
    ranges: (most) => [behind.select(['topic_id as id', 'slug as at']).orderBy('slug').limit(most)],
  })
  const ids = places.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await named.select(columns).where('topic_id', 'in', ids).execute()
  const items = inPlace(places, rows)
  return next ? { items, after: next.at } : { items }
}

const columns = ['topic_id as id', 'slug', 'name', 'description', 'path'] as const

/** A topic in each language that it has a name in. */
export async function topicInEach(
  { db }: Pick<Gawai, 'db'>,
  id: Id,
): Promise<{ mergedInto: Id | undefined; names: Partial<Record<Language, Topic>> } | undefined> {
  const topic = await db.selectFrom('topic').select('merged_into').where('id', '=', id).executeTakeFirst()
  if (!topic) return undefined
  const rows = await db
    .selectFrom('topic_name')
    .select(['lang', ...columns])
    .where('topic_id', '=', id)
    .execute()
  const names = Object.fromEntries(rows.map(({ lang, ...words }) => [lang, words]))
  return { mergedInto: topic.merged_into ?? undefined, names }
}
