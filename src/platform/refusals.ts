import { z } from 'zod'
import type { Say } from './i18n.ts'

export const saidSchema = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
/** What `Say` is asked: a key and its values. */
export type Said = z.infer<typeof saidSchema>

/**
 * The five ways in which Gawai says no. Everything else that is thrown is a bug. `message` is a sentence for the
 * person: what is wrong, where, and what to do.
 */
export abstract class Refusal extends Error {
  /** The same sentence among the words of the interface, for who reads it on a page. */
  readonly said: Said | undefined
  constructor(message: string, said?: Said) {
    super(message)
    this.said = said
  }
  abstract readonly status: 403 | 404 | 409 | 422 | 429 | 503
  /** In seconds; until then the answer would be the same. Undefined where time changes nothing. */
  readonly retryAfter: number | undefined = undefined
  override get name(): string {
    return this.constructor.name
  }
}

/** Nothing is there, or nothing that this person may know of. */
export class NotFound extends Refusal {
  readonly status = 404
}

/** What was given cannot be used: broken input, a broken file, a bad setting. */
export class Invalid extends Refusal {
  readonly status = 422
  /** What is wrong with which field of a form, by its name and in the person's language. */
  readonly fields: Readonly<Record<string, string>>
  constructor(message: string, said?: Said, fields: Invalid['fields'] = {}) {
    super(message, said)
    this.fields = fields
  }
}

/** The input is fine, but the state it meets is not: taken, changed meanwhile, already done differently. */
export class Conflict extends Refusal {
  readonly status = 409
}

/** It is there and may be known of, but this person may not do that with it. */
export class Forbidden extends Refusal {
  readonly status = 403
}

/** It would be done, but at another time. 429: this was asked for too often; 503: the program has its hands full. */
export class NotNow extends Refusal {
  readonly status: 429 | 503
  override readonly retryAfter: number
  /** @param retryAfter in seconds */
  constructor(message: string, said: Said, { status, retryAfter }: Pick<NotNow, 'status' | 'retryAfter'>) {
    super(message, said)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** What a refusal says to who reads it on a page. */
export const sentenceOf = ({ said, message }: Refusal, say: Say): string =>
  said ? say(said.key, said.values) : message

/** What a check of a schema says when it refuses: the sentence, and the same among the words. */
export const refusing = (error: string, said: Said) => ({ error, params: { said } })

/** The words that `refusing` gave to an issue of zod. */
export function saidOf(issue: z.core.$ZodIssue): Said | undefined {
  return issue.code === 'custom' ? saidSchema.safeParse(issue.params?.['said']).data : undefined
}
