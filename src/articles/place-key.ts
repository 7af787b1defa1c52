import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'
import type { ListKind } from './tables.ts'

/** A place in a list: below the article of that instant and id. */
export interface Place {
  at: Instant
  id: Id
}

/** Above everything. */
export const top: Place = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }

/** A place as it stands in an address: the instant and the id in base 36. */
export const placeKey = ({ at, id }: Place): string => `${at.toString(36)}-${id.toString(36)}`

/** Whether a word from an address is a key, in its one spelling. */
export const isPlaceKey = (word: string): boolean => form.test(word) && placeKey(spelled(word)) === word

const form = /^-?[0-9a-z]{1,11}-[0-9a-z]{1,11}$/

/** The place that a key names; the top for none. */
export function placeOf(key: string | undefined): Place {
  return placeIn(key) ?? top
}

/** The place that a key names, if it names one. */
export const placeIn = (key: string | undefined): Place | undefined =>
  key !== undefined && isPlaceKey(key) ? spelled(key) : undefined

function spelled(key: string): Place {
  const cut = key.lastIndexOf('-')
  return { at: Number.parseInt(key.slice(0, cut), 36), id: Number.parseInt(key.slice(cut + 1), 36) }
}

const placed = compileOnce<{ id: Id; at: Instant; lang: Language; kind: ArticleKind }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select('article_id')
    .where('article_id', '=', blank.id)
    .where('published_at', '=', blank.at)
    .where('lang', '=', blank.lang)
    .where('kind', '=', blank.kind),
)
const listedThere = compileOnce<{ id: Id; at: Instant; lang: Language; kind: ListKind; list: Id }>()((db, blank) =>
  db
    .selectFrom('listed')
    .select('article_id')
    .where('kind', '=', blank.kind)
    .where('list_id', '=', blank.list)
    .where('lang', '=', blank.lang)
    .where('published_at', '=', blank.at)
    .where('article_id', '=', blank.id),
)

/** Whether a key is the place of an article of that language and time: else every word of that form would make a page. */
export async function isPlace(
  { db }: Pick<Gawai, 'db'>,
  key: string,
  lang: Language,
  { from, until }: { from: Instant; until: Instant } = {
    from: Number.MIN_SAFE_INTEGER,
    until: Number.MAX_SAFE_INTEGER,
  },
): Promise<boolean> {
  const { at, id } = placeOf(key)
  if (!isPlaceKey(key) || at < from || at >= until) return false
  return (await placed(db, { at, id, lang, kind: 'article' })).length > 0
}

/** The same for a list that articles are put into. */
export async function isPlaceIn(
  { db }: Pick<Gawai, 'db'>,
  key: string,
  { kind, id: list, lang }: { kind: ListKind; id: Id; lang: Language },
): Promise<boolean> {
  return isPlaceKey(key) && (await listedThere(db, { ...placeOf(key), kind, list, lang })).length > 0
}
