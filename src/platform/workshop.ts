import type { Equipment } from './equipment.ts'
import type { Told, WorkshopProcess } from './workshop-process.ts'

/**
 * Work that the program does not do itself, in a process of its own: what crashes there takes nothing with it, its
 * memory is given back when it ends, and the server's threads stay free for readers.
 */
export interface Workshop extends Equipment {
  /** Pieces of work that go before the next one, with the one that is worked on. */
  ahead(): number
  /** One piece of work at a time, in the order in which they come. */
  ask(work: object): Promise<Told>
}

export interface WorkshopLimits {
  /** In milliseconds, for one piece of work. */
  longest: number
  /** In milliseconds without work, after which the process ends. */
  idle: number
}

/** Opens nothing yet: the process starts with the first piece of work, and anew when it has ended. */
export function openWorkshop(start: () => WorkshopProcess, { longest, idle }: WorkshopLimits): Workshop {
  let running: WorkshopProcess | undefined
  let isClosed = false
  let resting: NodeJS.Timeout | undefined
  let ahead = 0
  let last: Promise<unknown> = Promise.resolve()

  const rest = () => {
    const idling = running
    running = undefined
    return idling?.end()
  }
  const askOnce = async (work: object): Promise<Told> => {
    if (isClosed) return { lost: 'closed' }
    if (!running?.isAlive()) running = start()
    return running.ask(work, longest)
  }
  /** It may have ended before it saw the work: one death proves nothing. */
  const insist = async (work: object): Promise<Told> => {
    const first = await askOnce(work)
    return 'lost' in first && first.lost === 'died' ? askOnce(work) : first
  }
  const leave = () => {
    ahead -= 1
    if (ahead === 0 && !isClosed) resting = setTimeout(() => void rest(), idle).unref()
  }

  return {
    ahead: () => ahead,
    ask(work) {
      clearTimeout(resting)
      ahead += 1
      const told = last.then(() => insist(work)).finally(leave)
      last = told.catch(() => undefined)
      return told
    },
    async close() {
      isClosed = true
      clearTimeout(resting)
      await rest()
    },
  }
}
