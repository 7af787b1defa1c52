/** What a WordPress export (WXR, written by WordPress's `wp-admin/includes/export.php`) holds, one record at a time. */
export type WxrRecord =
  | { kind: 'site'; site: WxrSite }
  | { kind: 'author'; author: WxrAuthor }
  | { kind: 'category'; term: WxrTerm }
  | { kind: 'tag'; term: WxrTerm }
  | { kind: 'term' }
  | { kind: 'item'; item: WxrItem }

export interface WxrSite {
  title: string
  description: string
  language: string
  /** Address of the site, from `wp:base_blog_url`, `wp:base_site_url` or `link`. */
  address: string
  /** The others of these, when they differ: the network's, or the one that readers type. */
  alsoAt: string[]
}

export interface WxrAuthor {
  login: string
  name: string
}

export interface WxrTerm {
  id: string
  slug: string
  name: string
  description: string
  /** Slug of the parent category; empty for a root. */
  parent: string
}

export interface WxrItem {
  id: string
  /** post, page, attachment, nav_menu_item ... */
  type: string
  status: string
  title: string
  link: string
  guid: string
  slug: string
  /** Id of the page above it, `0` for none. */
  parent: string
  /** Login of the author. */
  creator: string
  content: string
  excerpt: string
  password: string
  /** Times as they are written: `2018-03-06 10:30:00`, or zeros. */
  date: string
  dateUtc: string
  modifiedUtc: string
  pubDate: string
  /** Sections, topics and co-authors by `domain`. */
  terms: { domain: string; slug: string; name: string }[]
  meta: { key: string; value: string }[]
  comments: number
  /** Where an attachment's file lies. */
  attachment: string
  /** The line of the file at which it begins. */
  line: number
}
