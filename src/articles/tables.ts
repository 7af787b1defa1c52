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
    article: ArticleTable
    revision: RevisionTable
    revision_body: { revision_id: Id; document: string }
    manuscript: ManuscriptTable
    /** Held by a tab of somebody's browser until then, unless it is held on. */
    edit_lock: { article_id: Id; person_id: Id; tab: string; taken_at: Instant; until: Instant }
    /** The writer says that the editor may have it. */
    readiness: { article_id: Id; revision_id: Id; at: Instant; by: Id }
    /** The editor has handed it back to its writer; the note says why. */
    sent_back: { article_id: Id; at: Instant; by: Id; note_id: Id }
    note: NoteTable
    note_mention: { person_id: Id; note_id: Id; seen_at: Instant | null }
    preview_link: { id: Id; article_id: Id; made_at: Instant; made_by: Id; until: Instant }
    correction: CorrectionTable
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

interface ArticleTable {
  id: Id
  kind: ArticleKind
  lang: Language
  pair_id: Id | null
  guid: string | null
  made_at: Instant
  /** A person; null when a program did. */
  begun_by: Id | null
}

/** What is being written, beside what readers see: the newest revision, and how often it was saved. */
interface ManuscriptTable {
  article_id: Id
  revision_id: Id
  version: number
  /** The save that made it so: the same save again changes nothing. */
  save_key: string | null
  saved_at: Instant
  saved_by: Id | null
}

/** What the pair says to each other about a block, or about the whole. */
interface NoteTable {
  id: Id
  article_id: Id
  answers: Id | null
  /** The place of the block in the document, from 0; null when it stands there no more, or for the whole. */
  block: number | null
  quote: string
  words: string
  at: Instant
  by: Id
  settled_at: Instant | null
  settled_by: Id | null
}

interface CorrectionTable {
  id: Id
  article_id: Id
  kind: CorrectionKind
  lang: Language
  words: string
  /** Who asked for it, where a right of reply was used. */
  party: string | null
  at: Instant
  by: Id
}

interface RevisionTable {
  id: Id
  article_id: Id
  made_at: Instant
  made_by: Id | null
  title: string
  slug: string
  details: string
  /** Saves of the same writing within some minutes are one revision. */
  saved_at: Instant | null
  /** From then on it stays as it is: readers saw it, it was handed on, or somebody wanted it kept. */
  kept_at: Instant | null
  /** What somebody called it who wanted it kept. */
  kept_as: string | null
  /** When readers saw it first; null when they never did. */
  shown_at: Instant | null
  restored_from: Id | null
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
  /** When readers were last told of a correction; null when they never were. */
  corrected_at: Instant | null
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

/** What was wrong, or is new: an error mended, a reply that somebody has a right to, news, a withdrawal of a part. */
export type CorrectionKind = 'erratum' | 'correction' | 'reply' | 'update' | 'withdrawal'

export const menuKinds = ['head', 'foot'] as const
export type MenuKind = (typeof menuKinds)[number]
