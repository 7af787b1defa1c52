import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** Counts tries by a key, in memory. */
export interface Limiter {
  /** Counts a try. @returns seconds to wait, 0 when it may be */
  take(key: string): Promise<number>
  /** Counts nothing. @returns seconds until the next try may be */
  wait(key: string): Promise<number>
  /** Undoes one try. */
  giveBack(key: string): Promise<void>
  forget(key: string): Promise<void>
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000))

async function giveBackTo(memory: RateLimiterMemory, key: string): Promise<void> {
  if (await memory.get(key)) await memory.reward(key)
}

/** Counts a try. @returns seconds to wait, 0 when it may be */
async function takeFrom(memory: RateLimiterMemory, key: string): Promise<number> {
  try {
    await memory.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof Error) throw refused
    return secondsOf(refused as RateLimiterRes) // oxlint-disable-line typescript/no-unsafe-type-assertion -- rejects with its own result when there are no points left
  }
}

async function waitFor(memory: RateLimiterMemory, key: string): Promise<number> {
  const counted = await memory.get(key)
  return counted && counted.remainingPoints <= 0 ? secondsOf(counted) : 0
}

/** So many tries within so many seconds, counted from the first; then none until they are over. */
export function windowLimiter(points: number, duration: number): Limiter {
  const memory = new RateLimiterMemory({ points, duration })
  return {
    take: (key) => takeFrom(memory, key),
    wait: (key) => waitFor(memory, key),
    giveBack: (key) => giveBackTo(memory, key),
    async forget(key) {
      await memory.delete(key)
    },
  }
}

const firstPause = 60
const longestPause = 15 * 60

/**
 * So many tries within so many seconds, counted from the first; behind each further one there is a pause of a minute, of
 * two, of four, up to a quarter of an hour. What comes in a pause is not counted. So it never shuts for long, and lets
 * within a day no more than a hundred through beside the first ones.
 */
export function pausingLimiter(points: number, duration: number): Limiter {
  const tries = new RateLimiterMemory({ points, duration })
  // One is let through and begins the next pause, also of those that come at the same moment.
  const pauses = new RateLimiterMemory({ points: 1, duration: longestPause })
  return {
    async take(key) {
      const { consumedPoints } = await tries.penalty(key)
      if (consumedPoints < points) return 0
      const seconds = await takeFrom(pauses, key)
      if (seconds > 0) await tries.reward(key)
      else await pauses.block(key, Math.min(firstPause * 2 ** (consumedPoints - points), longestPause))
      return seconds
    },
    wait: (key) => waitFor(pauses, key),
    async giveBack(key) {
      await giveBackTo(tries, key)
      // Only the try that is undone can have begun it.
      await pauses.delete(key)
    },
    async forget(key) {
      await tries.delete(key)
      await pauses.delete(key)
    },
  }
}
