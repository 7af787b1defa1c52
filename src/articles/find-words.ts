import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { type ListedArticle, listedColumns, listedOf, publicationsOf } from './listed-article.ts'
import './tables.ts'

const mostWords = 8
const shortestWord = 2
/** Older articles are looked at only when they are found otherwise: the cost has a bound. */
const newestLookedAt = 20_000

/** The words of a question that are looked for: lower case, each once, eight at the most. */
export function wordsOf(question: string): string[] {
  const words =
    question
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.+-]*/gu) ?? []
  return [...new Set(words.map((word) => word.replace(/[.'’+-]+$/u, '')))]
    .filter((word) => word.length >= shortestWord)
    .slice(0, mostWords)
}

/** Published articles whose title and summary hold all these words, the newest first. */
export async function findWords(
  { reports }: Pick<Gawai, 'reports'>,
  { words, lang, limit }: { words: readonly string[]; lang: Language; limit: number },
): Promise<ListedArticle[]> {
  if (words.length === 0) return []
  const newest = reports
    .selectFrom('publication')
    .select('article_id')
    .where('kind', '=', 'article')
    .where('lang', '=', lang)
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(newestLookedAt)
  const rows = await publicationsOf(reports)
    .innerJoin(newest.as('newest'), 'newest.article_id', 'publication.article_id')
    .select(listedColumns)
    .where(titleHolds(words, sql`title || ' ' || summary`))
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.article_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(listedOf)
}

/** Whether a text of the database holds all these words, in whatever capitals. */
export function titleHolds(words: readonly string[], text: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const held = words.map((word) => {
    const ways = spellings(word).map((way) => sql<SqlBool>`lower(${text}) like ${`%${literally(way)}%`} escape '!'`)
    return sql<SqlBool>`(${sql.join(ways, sql` or `)})`
  })
  return sql<SqlBool>`(${sql.join(held, sql` and `)})`
}

/** As it stands in a sentence, at its beginning and in capitals: SQLite's `lower` knows only the letters of English. */
function spellings(word: string): string[] {
  const [first = ''] = word
  const all = [word, first.toUpperCase() + word.slice(first.length), word.toUpperCase()]
  return [...new Set(all.map((one) => one.replace(/[A-Z]/g, (letter) => letter.toLowerCase())))]
}

/** Signs that LIKE would take for wildcards. */
const literally = (word: string): string => word.replace(/[!%_]/g, '!$&')
