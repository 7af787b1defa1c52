import type { z } from 'zod'
import type { Equipment } from '#platform/equipment.ts'
import { type DarkroomProcess, startDarkroomProcess } from './darkroom-ask.ts'
import type { Failed, Trouble, Work } from './darkroom-work.ts'

export type Developed<Print> = { print: Print } | Failed
/** What became of a file that somebody asked for; nothing: there is no such thing to make. */
export type Made = 'kept' | Trouble | undefined

/**
 * Where pictures are decoded and made: in a process of its own. A hostile file that crashes the decoder does not take
 * the site with it, its memory is given back when it ends, and the server's threads stay free for readers.
 */
export interface Darkroom extends Equipment {
  /** One piece of work at a time, in turn. */
  develop<Print>(work: Work, print: z.ZodType<Print>): Promise<Developed<Print>>
  /** However many ask for the same thing at once, it is made once. */
  share(name: string, make: () => Promise<Made>): Promise<Made>
}

interface Limits {
  /** In milliseconds, for one piece of work. */
  longest: number
  /** In milliseconds without work, after which the process ends. */
  idle: number
  /** Pieces of work that may wait: who comes later would wait in vain. */
  waiting: number
}

const usual: Limits = { longest: 30_000, idle: 30_000, waiting: 60 }

/** Opens nothing yet: the process starts with the first piece of work. */
export const openDarkroom = (): Darkroom => darkroomWith(usual)

export function darkroomWith({ longest, idle, waiting }: Limits, start = startDarkroomProcess): Darkroom {
  const shared = new Map<string, Promise<Made>>()
  let running: DarkroomProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let ahead = 0
  let isClosed = false
  let resting: NodeJS.Timeout | undefined

  const rest = () => {
    const idling = running
    running = undefined
    return idling?.end()
  }
  const expose = async (work: Work): Promise<Developed<unknown>> => {
    if (isClosed) return { trouble: 'closed' }
    if (!running?.isAlive()) running = start()
    return running.ask(work, longest)
  }
  /** It may have ended before it saw the work: one death proves nothing about a picture. */
  const insist = async (work: Work): Promise<Developed<unknown>> => {
    const first = await expose(work)
    return 'trouble' in first && first.trouble === 'died' ? expose(work) : first
  }

  return {
    async develop(work, schema) {
      if (ahead >= waiting) return { trouble: 'busy' }
      ahead++
      clearTimeout(resting)
      const mine = last.then(() => insist(work))
      last = mine.catch(() => undefined)
      try {
        const developed = await mine
        if ('trouble' in developed) return developed
        const print = schema.safeParse(developed.print)
        return print.success ? { print: print.data } : { trouble: 'broken', reason: print.error.message }
      } finally {
        if (--ahead === 0) resting = setTimeout(() => void rest(), idle).unref()
      }
    },
    share(name, make) {
      const made = shared.get(name) ?? make().finally(() => shared.delete(name))
      shared.set(name, made)
      return made
    },
    async close() {
      isClosed = true
      clearTimeout(resting)
      await rest()
    },
  }
}
