/** Who waits for a piece of work, first who goes first: an editor who keeps a picture, readers, jobs. */
const turns = ['editor', 'reader', 'job'] as const
export type Turn = (typeof turns)[number]

/** One piece of work at a time: whoever has the better turn goes before all that have not begun. */
export interface Turns {
  /** How many go before a new piece of that turn, with the one that is worked on. */
  ahead(turn: Turn): number
  /** Settles with the work, which begins when its turn comes. */
  take<T>(turn: Turn, work: () => Promise<T>): Promise<T>
}

export function takeTurns(): Turns {
  const waiting: Record<Turn, (() => void)[]> = { editor: [], reader: [], job: [] }
  let isWorking = false

  const next = () => {
    const first = turns.find((turn) => waiting[turn].length > 0)
    if (!first) return
    isWorking = true
    waiting[first].shift()?.()
  }
  const begin = (turn: Turn) =>
    new Promise<void>((resolve) => {
      waiting[turn].push(resolve)
      if (!isWorking) next()
    })

  return {
    ahead: (turn) =>
      turns.slice(0, turns.indexOf(turn) + 1).reduce((sum, each) => sum + waiting[each].length, Number(isWorking)),
    async take(turn, work) {
      await begin(turn)
      try {
        return await work()
      } finally {
        isWorking = false
        next()
      }
    },
  }
}
