/** One rendering that is under way, and what was dropped while it was. */
interface Flight<Result> {
  readonly result: Promise<Result>
  readonly dropped: Set<string>
  isEverythingDropped: boolean
}

/**
 * Single flight: however many ask for the same thing at once, it is made once. A drop ends the sharing at once:
 * who asks after it begins a flight of their own, so that no request begun after a write is answered with what
 * stood before it.
 */
export interface Flights<Result> {
  /** @param make is told how to ask whether one of its subjects was dropped meanwhile */
  join(key: string, make: (wasDropped: (subject: string) => boolean) => Promise<Result>): Promise<Result>
  drop(subjects: readonly string[]): void
  dropAll(): void
}

export function flights<Result>(): Flights<Result> {
  const open = new Map<string, Flight<Result>>()
  const flying = new Set<Flight<Result>>()
  return {
    join(key, make) {
      const shared = open.get(key)
      if (shared) return shared.result
      const dropped = new Set<string>()
      const state = { dropped, isEverythingDropped: false }
      const result = make((subject) => state.isEverythingDropped || dropped.has(subject))
      const flight: Flight<Result> = Object.assign(state, { result })
      open.set(key, flight)
      flying.add(flight)
      const land = () => {
        flying.delete(flight)
        if (open.get(key) === flight) open.delete(key)
      }
      result.then(land, land)
      return result
    },
    drop(subjects) {
      open.clear()
      for (const flight of flying) for (const subject of subjects) flight.dropped.add(subject)
    },
    dropAll() {
      open.clear()
      for (const flight of flying) flight.isEverythingDropped = true
    },
  }
}
