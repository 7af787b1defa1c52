import { randomInt } from 'node:crypto'
import type { Id, Instant } from './database/tables.ts'

const firstInstant = Date.UTC(2020, 0, 1)
const perMillisecond = 4096

/** No id that was made before that instant is as large, and every id made since is. */
export const firstIdAt = (at: Instant): Id => Math.max(0, at - firstInstant) * perMillisecond

/**
 * Makes ids that grow with time and fit a double exactly: 41 bits of milliseconds since 2020 (until 2089) and
 * 12 bits that start at random in each millisecond, so that two programs on one database hardly ever meet.
 */
export function idMaker(now: () => Instant): () => Id {
  let lastMillisecond = 0
  let sequence = 0
  return () => {
    const millisecond = Math.max(now() - firstInstant, lastMillisecond)
    if (millisecond > lastMillisecond) {
      lastMillisecond = millisecond
      sequence = randomInt(perMillisecond / 2)
    } else if (++sequence === perMillisecond) {
      lastMillisecond += 1
      sequence = 0
    }
    return lastMillisecond * perMillisecond + sequence
  }
}
