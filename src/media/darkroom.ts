import type { z } from 'zod'
import type { Equipment } from '#platform/equipment.ts'
import { type DarkroomProcess, startDarkroomProcess } from './darkroom-ask.ts'
import type { Failed, Trouble, Work } from './darkroom-work.ts'
import { takeTurns, type Turn } from './turns.ts'

export type Developed<Print> = { print: Print } | Failed
/** What became of a file that somebody asked for; nothing: there is no such thing to make. */
export type Made = 'kept' | Trouble | undefined

/**
 * Where pictures are decoded and made: in a process of its own. A hostile file that crashes the decoder does not take
 * the site with it, its memory is given back when it ends, and the server's threads stay free for readers.
 */
export interface Darkroom extends Equipment {
  /** One piece of work at a time, in turn. */
  develop<Print>(work: Work, print: z.ZodType<Print>, turn: Turn): Promise<Developed<Print>>
  /** However many ask for the same thing at once, it is made once. */
  share(name: string, make: () => Promise<Made>): Promise<Made>
}

interface Limits {
  /** In milliseconds, for one piece of work. */
  longest: number
  /** In milliseconds without work, after which the process ends. */
  idle: number
  /** Pieces of work that may go before one: who comes later would wait in vain. */
  ahead: Record<Turn, number>
}

/** A browser asks for six at once; whoever asks for more and goes away must not hold up the others. */
const usual: Limits = { longest: 30_000, idle: 30_000, ahead: { editor: 60, reader: 6, job: 60 } }

/** Opens nothing yet: the process starts with the first piece of work. */
export const openDarkroom = (): Darkroom => darkroomWith(usual)

export function darkroomWith({ longest, idle, ahead }: Limits, start = startDarkroomProcess): Darkroom {
  const shared = new Map<string, Promise<Made>>()
  let running: DarkroomProcess | undefined
  let isClosed = false
  let resting: NodeJS.Timeout | undefined

  const rest = () => {
    const idling = running
    running = undefined
    return idling?.end()
  }
  const turns = takeTurns(() => {
    resting = setTimeout(() => void rest(), idle).unref()
  })
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
    async develop(work, schema, turn) {
      if (turns.ahead(turn) > ahead[turn]) return { trouble: 'busy' }
      clearTimeout(resting)
      const developed = await turns.take(turn, () => insist(work))
      if ('trouble' in developed) return developed
      const print = schema.safeParse(developed.print)
      return print.success ? { print: print.data } : { trouble: 'broken', reason: print.error.message }
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
