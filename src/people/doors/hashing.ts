import { z } from 'zod'
import type { Equipment } from '#platform/equipment.ts'
import { NotNow } from '#platform/refusals.ts'
import { openWorkshop, type WorkshopLimits } from '#platform/workshop.ts'
import { startWorkshopProcess } from '#platform/workshop-process.ts'

/** What argon2id takes, as `node:crypto` names it. */
export interface ToHash {
  message: string
  nonce: Uint8Array
  tagLength: number
  memory: number
  passes: number
  parallelism: number
}

/** Where passwords are hashed: a workshop, so that readers go before whoever signs in, however many those are. */
export interface Hashing extends Equipment {
  /**
   * Lets in who brings a password, before anything is done for them. They count from now on until `work` is done: of
   * many who come at the same moment, all but those whose turn comes soon are sent away.
   *
   * @throws NotNow when so many wait that another would wait too long
   */
  withRoom<T>(work: () => Promise<T>): Promise<T>
  /**
   * @throws NotNow as `withRoom`, and when it takes too long or the program ends
   * @throws Error when the process dies of it
   */
  hash(asked: ToHash): Promise<Uint8Array>
}

interface HashingLimits extends WorkshopLimits {
  /** In milliseconds, which somebody may wait for those before them. */
  wait: number
}

/** Who comes to a newsroom in the morning starts one process, not one each. */
const usual: HashingLimits = { longest: 10_000, idle: 2 * 60_000, wait: 1000 }
/** In milliseconds, for one password, until it is known how long it takes here. */
const expected = 50

/** One for the program: `gawai.use(openHashing)`. The process starts with the first password. */
export const openHashing = (): Hashing => hashingWith(usual)

export const startHashingProcess = () => startWorkshopProcess(new URL('./hashing-process.ts', import.meta.url))

const hashSchema = z.instanceof(Uint8Array)

export function hashingWith({ wait, ...limits }: HashingLimits, start = startHashingProcess): Hashing {
  const workshop = openWorkshop(start, limits)
  let each = expected
  let doneAt = 0
  let inside = 0

  /** A quarter of what is measured counts: neither the start of the process nor a machine that slept says much. */
  const measure = (askedAt: number) => {
    const now = performance.now()
    each += (Math.min(wait, now - Math.max(askedAt, doneAt)) - each) / 4
    doneAt = now
  }
  const refusal = () => tooMany(workshop.ahead() * each)
  const refuseMoreThan = (ahead: number) => {
    if (ahead * each > wait) throw tooMany(ahead * each)
  }
  return {
    async withRoom(work) {
      refuseMoreThan(Math.max(inside, workshop.ahead()))
      inside += 1
      try {
        return await work()
      } finally {
        inside -= 1
      }
    },
    async hash(asked) {
      refuseMoreThan(workshop.ahead())
      const askedAt = performance.now()
      const answer = await workshop.ask(asked)
      measure(askedAt)
      if ('told' in answer) return hashSchema.parse(answer.told)
      if (answer.lost === 'died') throw new Error('The process that hashes passwords died twice of one')
      throw refusal()
    },
    close: () => workshop.close(),
  }
}

/** @param queue in milliseconds, until those are done who wait */
const tooMany = (queue: number) =>
  new NotNow(
    'Too many people are signing in at this moment: wait a few seconds, then try again',
    { key: 'doors.busy' },
    { status: 503, retryAfter: Math.max(1, Math.ceil(queue / 1000)) },
  )
