import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Equipment } from '#platform/equipment.ts'
import { NotNow } from '#platform/refusals.ts'

/** Tries within seconds, counted by whatever the key names. */
const kinds = {
  /** Of one account, whether it is there or not. */
  account: { points: 5, duration: 15 * 60 },
  /** From one network address. */
  address: { points: 30, duration: 15 * 60 },
  /** From one network (/24, /48): many addresses of one owner. */
  network: { points: 100, duration: 15 * 60 },
  /** Codes of a second factor for one account. */
  code: { points: 5, duration: 15 * 60 },
  /** Mails that somebody can make the program send to one address. */
  mail: { points: 3, duration: 60 * 60 },
  /** Subscriptions that are asked for from one network address. */
  subscribing: { points: 20, duration: 60 * 60 },
} as const

export type LimitKind = keyof typeof kinds

/** Counts tries in memory, each node for itself: a restart forgives. */
export interface Limits extends Equipment {
  /** Counts a try. @returns seconds to wait, 0 when it may be */
  take(kind: LimitKind, key: string): Promise<number>
  /** Whether the next try would be one too many; counts nothing. @returns seconds to wait */
  wait(kind: LimitKind, key: string): Promise<number>
  /** Gives one try back: it was somebody who may come in, so an office behind one address is not kept out by its own. */
  giveBack(kind: LimitKind, key: string): Promise<void>
  /** Forgets the tries: it was them. */
  forgive(kind: LimitKind, key: string): Promise<void>
}

/**
 * Of each kind, about 16 MB. Whoever tries from so many places that more would have to be remembered makes the program
 * forget what was tried longest ago, and not run out of memory.
 */
const mostKeys = 20_000

function openLimiter(kind: string, points: number, duration: number) {
  const limiter = new RateLimiterMemory({ keyPrefix: kind, points, duration })
  const known = new LRUCache<string, true>({
    max: mostKeys,
    dispose: (_, key, reason) => void (reason === 'evict' && limiter.delete(key)),
  })
  return { limiter, known }
}

/** One for the program: `gawai.use(openLimits)`. */
export function openLimits(): Limits {
  const limiters = new Map(
    Object.entries(kinds).map(([kind, { points, duration }]) => [kind, openLimiter(kind, points, duration)]),
  )
  const of = (kind: LimitKind) => {
    const found = limiters.get(kind)
    if (!found) throw new Error(`There is no limit ${kind}`)
    return found
  }
  const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000))
  return {
    async take(kind, key) {
      const { limiter, known } = of(kind)
      known.set(key, true)
      try {
        await limiter.consume(key)
        return 0
      } catch (refused) {
        if (refused instanceof Error) throw refused
        return seconds((refused as { msBeforeNext: number }).msBeforeNext) // oxlint-disable-line typescript/no-unsafe-type-assertion -- rejects with its own result when there are no points left
      }
    },
    async wait(kind, key) {
      const counted = await of(kind).limiter.get(key)
      return counted && counted.remainingPoints <= 0 ? seconds(counted.msBeforeNext) : 0
    },
    async giveBack(kind, key) {
      const { limiter } = of(kind)
      if (await limiter.get(key)) await limiter.reward(key)
    },
    async forgive(kind, key) {
      await of(kind).limiter.delete(key)
    },
    // Its timers hold nothing up.
    close: async () => {},
  }
}

/** @param seconds as a limit answers them */
export const tooOften = (seconds: number): NotNow =>
  new NotNow(
    'This was tried too often: wait, then try again',
    { status: 429, retryAfter: seconds },
    { key: 'doors.slow', values: { count: Math.ceil(seconds / 60) } },
  )
