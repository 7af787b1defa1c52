import type { z } from 'zod'
import type { Equipment } from '#platform/equipment.ts'
import { openWorkshop, type WorkshopLimits } from '#platform/workshop.ts'
import { startWorkshopProcess, type Told } from '#platform/workshop-process.ts'
import { answerSchema, type Failed, type Trouble, type Work } from './darkroom-work.ts'
import { takeTurns, type Turn } from './turns.ts'

export type Developed<Print> = { print: Print } | Failed
/** What became of a file that somebody asked for; nothing: there is no such thing to make. */
export type Made = 'kept' | Trouble | undefined

/** Where pictures are decoded and made: a workshop, so that a hostile file does not crash the site with the decoder. */
export interface Darkroom extends Equipment {
  /** One piece of work at a time, in turn. */
  develop<Print>(work: Work, print: z.ZodType<Print>, turn: Turn): Promise<Developed<Print>>
  /** However many ask for the same thing at once, it is made once. */
  share(name: string, make: () => Promise<Made>): Promise<Made>
}

interface Limits extends WorkshopLimits {
  /** Pieces of work that may go before one: who comes later would wait in vain. */
  ahead: Record<Turn, number>
}

/** A browser asks for six at once; whoever asks for more and goes away must not hold up the others. */
const usual: Limits = { longest: 30_000, idle: 30_000, ahead: { editor: 60, reader: 6, job: 60 } }

/** Opens nothing yet: the process starts with the first piece of work. */
export const openDarkroom = (): Darkroom => darkroomWith(usual)

export const startDarkroomProcess = () => startWorkshopProcess(new URL('./darkroom-process.ts', import.meta.url))

export function darkroomWith({ ahead, ...limits }: Limits, start = startDarkroomProcess): Darkroom {
  const shared = new Map<string, Promise<Made>>()
  const workshop = openWorkshop(start, limits)
  const turns = takeTurns()

  return {
    async develop(work, schema, turn) {
      if (turns.ahead(turn) > ahead[turn]) return { trouble: 'busy' }
      const answer = answerIn(await turns.take(turn, () => workshop.ask(work)))
      if ('trouble' in answer) return answer
      const print = schema.safeParse(answer.print)
      return print.success ? { print: print.data } : { trouble: 'broken', reason: print.error.message }
    },
    share(name, make) {
      const made = shared.get(name) ?? make().finally(() => shared.delete(name))
      shared.set(name, made)
      return made
    },
    close: () => workshop.close(),
  }
}

function answerIn(told: Told): { print: unknown } | Failed {
  if ('lost' in told) return { trouble: told.lost }
  const { data } = answerSchema.safeParse(told.told)
  if (data && 'print' in data) return { print: data.print }
  return data ?? { trouble: 'broken', reason: 'the answer is none' }
}
