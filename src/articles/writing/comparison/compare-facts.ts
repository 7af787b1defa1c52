import { cutsBetween, type Effort, type State, wholeEffort } from './steps.ts'
import { comparedText, type Piece } from './words.ts'

/** What is said of an article besides its text, by names: a line of words, or several things. */
export type Facts<Name extends string> = Readonly<Record<Name, string | readonly string[]>>

/** One of them that is not as it was. */
export interface ComparedFact<Name extends string> {
  of: Name
  /** Words of a line; of several things one piece for each. */
  pieces: Piece[]
  isList: boolean
}

/** What was changed, in the order in which the facts of now stand. */
export function compareFacts<Name extends string>(old: Facts<Name>, now: Facts<Name>): ComparedFact<Name>[] {
  const effort = wholeEffort()
  const names = Object.keys(now) as Name[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- a record's own keys
  return names.flatMap((of) => {
    const [before, after] = [old[of], now[of]]
    const isList = typeof after !== 'string'
    const pieces =
      isList || typeof before !== 'string'
        ? comparedThings([before].flat(), [after].flat(), effort)
        : comparedText(before, after, effort)
    return pieces.every(({ state }) => state === 'same') ? [] : { of, pieces, isList }
  })
}

function comparedThings(old: readonly string[], now: readonly string[], effort: Effort): Piece[] {
  const all = (state: State, things: readonly string[]) => things.map((text) => ({ state, text }))
  return cutsBetween(old, now, (text) => text, effort).flatMap((cut) =>
    cut.isSame ? all('same', cut.now) : [...all('removed', cut.old), ...all('added', cut.now)],
  )
}
