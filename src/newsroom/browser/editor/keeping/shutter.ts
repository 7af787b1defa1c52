import type { Paper } from './paper.ts'

/** Why nobody may type at this moment. */
type Reason = 'held' | 'choosing'

export interface Shutter {
  set(reason: Reason, isSo: boolean): void
  has(reason: Reason): boolean
  isClosed(): boolean
}

/** A page is open when nothing speaks against it. */
export function shutter(paper: Paper): Shutter {
  const reasons = new Set<Reason>()
  return {
    set(reason, isSo) {
      if (isSo) reasons.add(reason)
      else reasons.delete(reason)
      paper.close(reasons.size > 0)
    },
    has: (reason) => reasons.has(reason),
    isClosed: () => reasons.size > 0,
  }
}
