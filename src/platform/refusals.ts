/**
 * The three ways in which Gawai says no. Everything else that is thrown is a bug. `message` is a sentence for the
 * person: what is wrong, where, and what to do.
 */
export abstract class Refusal extends Error {
  abstract readonly status: 404 | 422 | 409
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
}

/** The input is fine, but the state it meets is not: taken, changed meanwhile, already done differently. */
export class Conflict extends Refusal {
  readonly status = 409
}
