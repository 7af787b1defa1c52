import { LRUCache } from 'lru-cache'
import type { Equipment } from '#platform/equipment.ts'
import { NotNow } from '#platform/refusals.ts'
import { type Limiter, pausingLimiter, windowLimiter } from './limiter.ts'

const aMinute = 60
const anHour = 60 * aMinute

/** Tries within seconds, counted by whatever the key names. */
const kinds = {
  /** Passwords for one account, whether it is there or not, from one network; or from an address that it came in from. */
  password: () => windowLimiter(5, 15 * aMinute),
  /**
   * Passwords for one account from everywhere that it never came in from: about 120 a day from many networks together
   * (NIST SP 800-63B-4, 3.2.2: no more than a hundred in a row). Who has hundreds and uses up what each may try makes the
   * program forget the count, see `mostKeys`.
   */
  account: () => pausingLimiter(25, 24 * anHour),
  /** From one network address. */
  address: () => windowLimiter(30, 15 * aMinute),
  /** From one network (/24, /48): many addresses of one owner. */
  network: () => windowLimiter(100, 15 * aMinute),
  /** Passwords that somebody who is signed in gives again. */
  proof: () => windowLimiter(5, 15 * aMinute),
  /** Passwords that are chosen by one link, or by somebody who is signed in. */
  choosing: () => windowLimiter(10, 15 * aMinute),
  /** Codes of a second factor for one account. */
  code: () => windowLimiter(5, 15 * aMinute),
  /** Passkeys that somebody shows who has given a password. None can be guessed: what is bounded is the work. */
  passkey: () => windowLimiter(30, 15 * aMinute),
  /** Mails that somebody can make the program send to one address. */
  mail: () => windowLimiter(3, anHour),
  /** Subscriptions that are asked for from one network address. */
  subscribing: () => windowLimiter(20, anHour),
  /** The same from one network. */
  subscribingNetwork: () => windowLimiter(60, anHour),
  /** What readers say is wrong with the catalogue, from one network address. */
  reporting: () => windowLimiter(10, anHour),
  /** The same from one network. */
  reportingNetwork: () => windowLimiter(40, anHour),
} as const satisfies Record<string, () => Limiter>

export type LimitKind = keyof typeof kinds

/** Counts tries in memory, each program for itself: a restart forgives. */
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

function bounded(limiter: Limiter) {
  const known = new LRUCache<string, true>({
    max: mostKeys,
    dispose: (_, key, reason) => void (reason === 'evict' && limiter.forget(key)),
  })
  return { limiter, known }
}

/** One for the program: `gawai.use(openLimits)`. */
export function openLimits(): Limits {
  const limiters = new Map(Object.entries(kinds).map(([kind, open]) => [kind, bounded(open())]))
  const of = (kind: LimitKind) => {
    const found = limiters.get(kind)
    if (!found) throw new Error(`There is no limit ${kind}`)
    return found
  }
  return {
    take(kind, key) {
      const { limiter, known } = of(kind)
      known.set(key, true)
      return limiter.take(key)
    },
    wait: (kind, key) => of(kind).limiter.wait(key),
    giveBack: (kind, key) => of(kind).limiter.giveBack(key),
    forgive: (kind, key) => of(kind).limiter.forget(key),
    // Its timers hold nothing up.
    close: async () => {},
  }
}

/** @param seconds as a limit answers them */
export const tooOften = (seconds: number): NotNow =>
  new NotNow(
    'This was tried too often: wait, then try again',
    { key: 'doors.slow', values: { count: Math.ceil(seconds / 60) } },
    { status: 429, retryAfter: seconds },
  )
