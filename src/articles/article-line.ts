import type { Id, Instant } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind } from './content.ts'

export const articleStates = ['published', 'scheduled', 'draft', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]

/** An article as the newsroom lists it. */
export interface ArticleLine {
  id: Id
  title: string
  kind: ArticleKind
  lang: Language
  /** When it was published, comes due, was begun or was taken back. */
  at: Instant
  /** Where readers find it, or learn that it is gone. */
  path?: string
}

/** What a page of the newsroom's articles is asked for. */
export interface ArticlesWanted {
  state: ArticleState
  lang?: Language | undefined
  section?: Id | undefined
  /** Somebody who signs it. */
  person?: Id | undefined
  /** The title holds words that begin so. */
  words?: string
  /** A key from `ArticlesPage.next`. */
  from?: string | undefined
  limit: number
}

/** Articles of one page, and the key of the next one when there may be more. */
export interface ArticlesPage {
  items: ArticleLine[]
  next?: string
}
