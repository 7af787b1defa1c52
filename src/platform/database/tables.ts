/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number
/** A time-ordered whole number below 2^53, made by `newId`. */
export type Id = number
/** A boolean as both databases hold it. */
export type Flag = 0 | 1

/**
 * Every table, by name. Platform knows its own; each slice adds its tables beside its code:
 * `declare module '#platform/database/tables.ts' { interface Tables { article: ArticleTable } }`.
 */
export interface Tables {
  setting: { name: string; value: string; changed_at: Instant }
  outbox: { id: Id; kind: string; payload: string; told_at: Instant }
  job: JobTable
  change_log: { id: Id; at: Instant; subjects: string }
  mail_key: { key: string; at: Instant }
  /** What rows of lists are found by; `keepListWords` writes both. */
  list_word: { list: string; word: string; owner: Id }
  list_line: { list: string; owner: Id; words: string }
  answered: { key: string; request: string; answer: string; at: Instant }
}

interface JobTable {
  id: Id
  kind: string
  payload: string
  unique_key: string | null
  due_at: Instant
  attempts: number
  leased_until: Instant
  leased_by: string | null
  last_error: string | null
  failed_at: Instant | null
}
