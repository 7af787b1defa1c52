import { inList, isPlaceIn, type ListKind, type ListPage, listSubject } from '#articles'
import type { Html } from '#platform/html.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Part } from '#platform/page-store/page.ts'
import type { Language } from '#platform/settings.ts'
import { type Edition, otherInUse } from '../edition.ts'

/** A list of articles that readers can walk from the newest to the oldest. */
export interface ArticleList {
  /** The subject of its first page. */
  subject: string
  path: string
  name: string
  description: string
  /** What kind of list it is, above its name, with the way to all of that kind. */
  label?: { name: string; path?: string }
  /** The lists above it and below it. */
  above?: readonly { name: string; path: string }[]
  below?: readonly { name: string; path: string }[]
  /** Where what it is about can be found elsewhere. */
  url?: string
  /** Stands in place of the list while nothing is in it; nothing for none. */
  empty?: string
  /** The path of the same list in the other language. */
  partner?: { lang: Language; path: string }
  /** The path of its feed. */
  feed: string
  /** What it says of itself to search engines; by default that it is a collection. */
  structured?(): Html
  /** A fragment of its own between the title and the newest; empty where it has nothing to say. */
  opening?: Part
  /** Whether search engines find something here, also without an article. */
  isFull?: boolean
  /** Stands below the newest of it. */
  invitation?: Html
  read(limit: number, before?: string): Promise<ListPage>
  /** Whether a key, as in `ListPage.older`, is a place in this list. */
  holds(key: string): Promise<boolean>
}

/** Finds a list by what its address says; none when there is no such thing. */
export type ListOf = (own: Edition, params: Record<string, string>) => Promise<ArticleList | undefined>

/** What every list has that articles are put into when they are published. */
export function listed(
  { gawai, lang }: Edition,
  list: { kind: ListKind; id: Id },
  { name, description, path }: { name: string; description: string; path: string },
): ArticleList {
  return {
    subject: listSubject(list, lang),
    path,
    name,
    description,
    feed: `${path}feed/`,
    read: (limit, before) => inList(gawai, { ...list, lang, limit, before }),
    holds: (key) => isPlaceIn(gawai, key, { ...list, lang }),
  }
}

/** What needs no name in the other language is there as soon as its edition is. */
export async function partnerOf(
  own: Edition,
  pathIn: (other: Edition) => string,
): Promise<Pick<ArticleList, 'partner'>> {
  const other = await otherInUse(own)
  return other ? { partner: { lang: other.lang, path: pathIn(other) } } : {}
}
