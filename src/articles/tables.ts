import type { Flag, Id, Instant } from '#platform/database/tables.ts'
import type { Language } from '#platform/settings.ts'
import type { ArticleKind, BylineRole, SourceRole } from './content.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    section: { id: Id; parent_id: Id | null; position: number }
    section_name: { section_id: Id; lang: Language; slug: string; name: string; description: string; path: string }
    /** @see `mergeTopics` for `merged_into` */
    topic: { id: Id; merged_into: Id | null }
    topic_name: { topic_id: Id; lang: Language; slug: string; name: string; description: string; path: string }
    article: { id: Id; kind: ArticleKind; lang: Language; pair_id: Id | null; guid: string | null; made_at: Instant }
    revision: RevisionTable
    revision_body: { revision_id: Id; document: string }
    publication: PublicationTable
    retraction: { article_id: Id; at: Instant; by: Id | null; why: string }
    schedule: { article_id: Id; revision_id: Id; due_at: Instant; set_by: Id | null; set_at: Instant }
    listed: { kind: ListKind; list_id: Id; lang: Language; published_at: Instant; article_id: Id }
    /** An article that no reader has seen. */
    draft: { article_id: Id }
    menu_item: { menu: MenuKind; lang: Language; target_id: Id; position: number }
    /** Words by which a section or topic went before, so that who still says them means the same. */
    former_slug: { kind: 'section' | 'topic'; lang: Language; slug: string; target_id: Id }
    front_slot: { lang: Language; position: number; article_id: Id }
    byline: { article_id: Id; position: number; role: BylineRole; person_id: Id }
    article_source: {
      article_id: Id
      position: number
      role: SourceRole | 'attribution'
      organisation_id: Id
      url: string | null
    }
    read_also: { article_id: Id; target_id: Id }
    address: AddressTable
  }
}

interface RevisionTable {
  id: Id
  article_id: Id
  made_at: Instant
  made_by: Id | null
  title: string
  slug: string
  details: string
}

/** Readers see this revision. Carries everything that a list shows. */
interface PublicationTable {
  article_id: Id
  revision_id: Id
  kind: ArticleKind
  lang: Language
  section_id: Id | null
  path: string
  title: string
  summary: string
  published_at: Instant
  published_by: Id | null
  modified_at: Instant
  /** JSON of a `Picture`. */
  picture: string | null
}

/** Every path that ever answered: the current one of its target, or one that moved there. */
interface AddressTable {
  path: string
  kind: AddressKind
  target_id: Id
  lang: Language
  is_current: Flag
  made_at: Instant
}

/** What an article can be listed under, besides everything new. */
export type ListKind = 'section' | 'topic' | 'brand' | 'person'

export type AddressKind = 'article' | 'section' | 'topic'

export const menuKinds = ['head', 'foot'] as const
export type MenuKind = (typeof menuKinds)[number]
