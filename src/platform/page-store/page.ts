import type { Instant } from '../database/tables.ts'
import type { Html } from '../html.ts'

/** What rendering a fragment gives: markup (or other text), and perhaps the instant at which it changes by itself. */
export interface Rendered {
  body: Html | string
  until?: Instant
}

/**
 * One piece of a page, kept under what it shows. `subject` is the thing (`article:17`, `latest:id`, `shell:en`);
 * dropping a subject drops all its views. `view` says which rendering of it this is (`body`, `head`, `feed-item`).
 */
export interface Part {
  subject: string
  view: string
  render(): Promise<Rendered> | Rendered
}

/** A page before it is rendered: what it is made of. A string is sent as it is and never kept. */
export interface PagePlan {
  /** The page's composition is kept under this subject: dropping it makes the next request ask for a new plan. */
  subject: string
  status: 200 | 301 | 302 | 404 | 410
  /** Made for one request: what somebody asked in a form is kept for nobody. */
  isFleeting?: boolean
  /** Content type. Without one: `text/html; charset=utf-8`. */
  type?: string
  /** Further headers, such as `location` or `link`. */
  headers?: Record<string, string>
  parts: readonly (Part | string)[]
}

/** Dropping it drops all that is kept: for what stands on every page and changes about once a year. */
export const everythingSubject = 'everything'

/** Spells a subject so that its fragments are not even kept for the time when the database is gone. */
export const forgotten = (subject: string): string => `!${subject}`
