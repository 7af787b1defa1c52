import type { Clock } from '#platform/clock.ts'

/** A clock that stands still until it is moved. */
export interface StillClock extends Clock {
  move(milliseconds: number): void
}

export function stillClock(at = Date.UTC(2026, 0, 5, 3)): StillClock {
  let now = at
  return {
    now: () => now,
    move(milliseconds) {
      now += milliseconds
    },
  }
}
