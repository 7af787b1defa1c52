/**
 * Single flight: however many ask for the same thing at once, it is made once. A flight is joined only by those who
 * may have what it began with, so that no request begun after a write is answered with what stood before it.
 */
export interface Flights<Result> {
  /**
   * @param asOf the count of drops at which the data of a new flight began to be read
   * @param isJoinable whether a flight that began as of an earlier count still answers this request
   */
  join(key: string, asOf: number, isJoinable: (asOf: number) => boolean, make: () => Promise<Result>): Promise<Result>
}

export function flights<Result>(): Flights<Result> {
  const open = new Map<string, { asOf: number; result: Promise<Result> }>()
  return {
    join(key, asOf, isJoinable, make) {
      const shared = open.get(key)
      if (shared && isJoinable(shared.asOf)) return shared.result
      const flight = { asOf, result: make() }
      // A latecomer who read before a drop flies alone: nobody may take its word for newer data.
      if (!isJoinable(asOf)) return flight.result
      open.set(key, flight)
      const land = () => {
        if (open.get(key) === flight) open.delete(key)
      }
      flight.result.then(land, land)
      return flight.result
    },
  }
}
