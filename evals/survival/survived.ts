/** What one round found, as lines that name each case. */
export interface Survived {
  what: string
  acknowledged: number
  lost: string[]
  /** A publication without its address, words or lists, or in a list without being published. */
  halfPublished: string[]
  duplicates: string[]
  integrity: string[]
  /** Published, but not to be read if the database were gone now. */
  unkept?: string[]
  /** From starting the program to the first answer 200. */
  restartMs: number
}

/** One line for the round, and one for everything it found. */
export function linesOf({ what, acknowledged, restartMs, ...found }: Survived): string[] {
  const cases = Object.entries(found).flatMap(([name, lines]) => lines.map((line) => `  ${name}: ${line}`))
  return [
    `${what}: ${acknowledged} acknowledged, ${cases.length} problems, up again in ${restartMs.toFixed(0)} ms`,
    ...cases,
  ]
}

/** The figures of all rounds. */
export function figuresOf(rounds: readonly Survived[]) {
  const sum = (count: (round: Survived) => number) => rounds.reduce((total, round) => total + count(round), 0)
  return {
    rounds: rounds.length,
    acknowledged: sum((round) => round.acknowledged),
    lost: sum((round) => round.lost.length),
    halfPublished: sum((round) => round.halfPublished.length),
    duplicates: sum((round) => round.duplicates.length),
    integrityProblems: sum((round) => round.integrity.length),
    unkept: sum((round) => round.unkept?.length ?? 0),
    slowestRestartMs: Math.round(Math.max(...rounds.map((round) => round.restartMs))),
  }
}
