import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { CorrectionKind } from '../tables.ts'

/** What readers are told about an article. */
export interface Correction {
  id: Id
  kind: CorrectionKind
  words: string
  party?: string
  at: Instant
}

/** A correction beside others, with the article that it is about. */
export interface ListedCorrection extends Correction {
  article: { title: string; path: string }
}

interface Row {
  id: Id
  kind: CorrectionKind
  words: string
  party: string | null
  at: Instant
}

const correctionOf = ({ id, kind, words, party, at }: Row): Correction => ({
  id,
  kind,
  words,
  at,
  ...(party !== null && { party }),
})

const ofArticle = compileOnce<{ article: Id }>()((db, blank) =>
  db
    .selectFrom('correction')
    .select(['id', 'kind', 'words', 'party', 'at'])
    .where('article_id', '=', blank.article)
    .orderBy('id', 'desc'),
)

/** Everything that readers are told about an article, the newest first. */
export async function correctionsOf({ db }: Pick<Gawai, 'db'>, article: Id): Promise<Correction[]> {
  return (await ofArticle(db, { article })).map(correctionOf)
}

/** The same of several articles. */
export async function correctionsAmong(
  { db }: Pick<Gawai, 'db'>,
  articles: readonly Id[],
): Promise<Map<Id, Correction[]>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('correction')
    .select(['id', 'kind', 'words', 'party', 'at', 'article_id'])
    .where('article_id', 'in', [...articles])
    .orderBy('id', 'desc')
    .execute()
  return new Map([...Map.groupBy(rows, ({ article_id }) => article_id)].map(([id, all]) => [id, all.map(correctionOf)]))
}

/**
 * All corrections of what readers see in a language, the newest first.
 *
 * @param before an id from `older`
 */
export async function correctionsPage(
  { db }: Pick<Gawai, 'db'>,
  { lang, before = Number.MAX_SAFE_INTEGER, limit }: { lang: Language; before?: Id | undefined; limit: number },
): Promise<{ items: ListedCorrection[]; older?: Id }> {
  const rows = await db
    .selectFrom('correction')
    .innerJoin('publication', 'publication.article_id', 'correction.article_id')
    .select(['correction.id', 'correction.kind', 'words', 'party', 'at', 'title', 'path'])
    .where('correction.lang', '=', lang)
    .where('correction.id', '<', before)
    .orderBy('correction.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows
    .slice(0, limit)
    .map(({ title, path, ...row }) => ({ ...correctionOf(row), article: { title, path } }))
  const last = items.at(-1)
  return rows.length > limit && last ? { items, older: last.id } : { items }
}
