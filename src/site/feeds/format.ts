import type { Html } from '#platform/html.ts'

/** One of the forms in which programs read the newest articles of a list. */
export interface FeedFormat {
  /** Names its fragments; an article has one for each format. */
  name: string
  /** What people call it. */
  title: string
  type: string
  /** Where it stands, below the list that it feeds. */
  below: string
  /** From the beginning to the first item. */
  top(channel: Channel): Html | string
  item(entry: Entry): Html | string
  between: string
  end: string
}

/** What a feed says of itself. Addresses are whole. */
export interface Channel {
  self: string
  home: string
  site: { name: string; home: string }
  title: string
  description: string
  lang: string
  /** The last change of anything in it; nothing has changed in an empty one. */
  changedAt: number | undefined
}

/** What a feed says of an article. Addresses are whole, and every text may stand in XML. */
export interface Entry {
  /** What readers' programs know it by, for ever. */
  id: string
  href: string
  title: string
  summary: string
  /** The whole text as HTML. */
  content: string
  lang: string
  publishedAt: number
  modifiedAt: number
  /** The same instants with the site's offset. */
  published: string
  modified: string
  writers: { name: string; href?: string }[]
  categories: string[]
  picture?: { href: string; alt: string; width: number; height: number }
}
