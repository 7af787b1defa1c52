import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import './tables.ts'

/** A place in a list: below the article of that instant and id. */
export interface Place {
  at: Instant
  id: Id
}

/** Above everything. */
export const top: Place = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }

/** A place as it stands in an address: the instant and the id in base 36. Stays good for ever. */
export const placeKey = ({ at, id }: Place): string => `${at.toString(36)}-${id.toString(36)}`

/** Whether a word from an address can be a key. */
export const isPlaceKey = (word: string): boolean => /^-?[0-9a-z]{1,11}-[0-9a-z]{1,11}$/.test(word)

/** The place that a key names; the top for none. */
export function placeOf(key: string | undefined): Place {
  if (key === undefined || !isPlaceKey(key)) return top
  const cut = key.lastIndexOf('-')
  return { at: Number.parseInt(key.slice(0, cut), 36), id: Number.parseInt(key.slice(cut + 1), 36) }
}

const placed = compileOnce<{ at: Instant; id: Id }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select('article_id')
    .where('article_id', '=', blank.id)
    .where('published_at', '=', blank.at),
)

/** Whether a key is the place of an article: else every word of that form would make a page. */
export async function isPlace({ db }: Pick<Gawai, 'db'>, key: string): Promise<boolean> {
  return isPlaceKey(key) && (await placed(db, { ...placeOf(key) })).length > 0
}
