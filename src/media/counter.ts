import type { Equipment } from '#platform/equipment.ts'
import { NotNow } from '#platform/refusals.ts'

/** Where pictures are handed in: few are worked on at once, so that what waits costs no memory. */
export interface Counter extends Equipment {
  /** @throws NotNow when too many wait already */
  take<T>(work: () => Promise<T>): Promise<T>
}

/** Each may be twelve megabytes and is held twice while it is kept. */
const atOnce = 2
const mostWaiting = 30
/** In seconds. */
const aMinute = 60

export const openCounter = (): Counter => counterWith(atOnce, mostWaiting)

/** A counter with so many places to work at and so many to wait at. */
export function counterWith(places: number, waiting: number): Counter {
  const queue: (() => void)[] = []
  let free = places

  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }
  const enter = async () => {
    if (free > 0) free -= 1
    else if (queue.length >= waiting)
      throw new NotNow(
        'Too many pictures are being brought at this moment: try again in a minute',
        { key: 'refusedPicture.crowd' },
        { status: 503, retryAfter: aMinute },
      )
    else await new Promise<void>((resolve) => void queue.push(resolve))
  }
  return {
    async take(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
    close: async () => undefined,
  }
}
