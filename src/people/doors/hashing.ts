import { z } from 'zod'
import type { Equipment } from '#platform/equipment.ts'
import { NotNow } from '#platform/refusals.ts'
import { openWorkshop } from '#platform/workshop.ts'
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
  /** @throws NotNow when so many wait that another would wait too long */
  mustHaveRoom(): void
  /**
   * @throws NotNow as `mustHaveRoom`, and when it takes too long or the program ends
   * @throws Error when the process dies of it
   */
  hash(asked: ToHash): Promise<Uint8Array>
}

interface HashingLimits {
  /** In milliseconds, for one password on a machine that has other things to do. */
  longest: number
  /** In milliseconds without a password, after which the process ends. */
  idle: number
  /** Passwords that may go before one. */
  ahead: number
}

/** Twenty are a second's work; who comes to a newsroom in the morning starts one process, not one each. */
const usual: HashingLimits = { longest: 10_000, idle: 2 * 60_000, ahead: 20 }
/** In seconds: the longest queue is worked off by then, also while readers have the better part of the machine. */
const queueTakes = 3

/** One for the program: `gawai.use(openHashing)`. The process starts with the first password. */
export const openHashing = (): Hashing => hashingWith(usual)

export const startHashingProcess = () => startWorkshopProcess(new URL('./hashing-process.ts', import.meta.url))

const hashSchema = z.instanceof(Uint8Array)

export function hashingWith({ ahead, ...limits }: HashingLimits, start = startHashingProcess): Hashing {
  const workshop = openWorkshop(start, limits)
  const mustHaveRoom = () => {
    if (workshop.ahead() > ahead) throw tooMany()
  }
  return {
    mustHaveRoom,
    async hash(asked) {
      mustHaveRoom()
      const answer = await workshop.ask(asked)
      if ('told' in answer) return hashSchema.parse(answer.told)
      if (answer.lost === 'died') throw new Error('The process that hashes passwords died twice of one')
      throw tooMany()
    },
    close: () => workshop.close(),
  }
}

const tooMany = () =>
  new NotNow(
    'Too many people are signing in at this moment: wait a few seconds, then try again',
    { status: 503, retryAfter: queueTakes },
    { key: 'doors.busy' },
  )
