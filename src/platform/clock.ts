import type { Instant } from './database/tables.ts'

/** The only way to ask for the time, so that a test can set it. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => Date.now() }
