import type { Paper } from './paper.ts'

/** Why nobody may type at this moment. */
type Reason = 'held' | 'choosing'

export interface Shutter {
  set(reason: Reason, isSo: boolean): void
  has(reason: Reason): boolean
  /** Closed as long as the work lasts. */
  during<Result>(reason: Reason, work: () => Promise<Result>): Promise<Result>
}

/** A page is open when nothing speaks against it. */
export function shutter(paper: Paper): Shutter {
  const reasons = new Set<Reason>()
  const set = (reason: Reason, isSo: boolean) => {
    if (isSo) reasons.add(reason)
    else reasons.delete(reason)
    paper.close(reasons.size > 0)
  }
  return {
    set,
    has: (reason) => reasons.has(reason),
    async during(reason, work) {
      set(reason, true)
      const result = await work()
      set(reason, false)
      return result
    },
  }
}
