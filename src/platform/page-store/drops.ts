/** Counts drops, so that what was made from older data can be told from what still holds. */
export interface Drops {
  /** How many there were so far. Whoever begins to read for a page notes it beforehand: the page is "as of" it. */
  readonly count: number
  /** @param isForgotten what showed it may not even be shown while the database is away */
  drop(subjects: readonly string[], isForgotten?: boolean): void
  dropAll(): void
  /** Whether the subject was dropped after the count stood at `asOf`. */
  isSince(subject: string, asOf: number): boolean
  isForgottenSince(subject: string, asOf: number): boolean
}

/** What showed a subject at a time before it was dropped. */
export const outOfDate = -1

/**
 * @param mostSubjects more than these are not remembered one by one: everything older then counts as dropped here,
 *   and is read again from the disk, which knows better
 */
export function countDrops(mostSubjects = 50_000): Drops {
  let count = 0
  let floor = 0
  const dropped = new Map<string, number>()
  const forgotten = new Map<string, number>()

  const forgetOldest = () => {
    if (dropped.size <= mostSubjects) return
    floor = count
    dropped.clear()
    forgotten.clear()
  }
  return {
    get count() {
      return count
    },
    drop(subjects, isForgotten = false) {
      if (subjects.length === 0) return
      count += 1
      for (const subject of subjects) {
        dropped.set(subject, count)
        if (isForgotten) forgotten.set(subject, count)
      }
      forgetOldest()
    },
    dropAll() {
      count += 1
      floor = count
    },
    isSince: (subject, asOf) => asOf < floor || asOf < (dropped.get(subject) ?? 0),
    isForgottenSince: (subject, asOf) => asOf < floor || asOf < (forgotten.get(subject) ?? 0),
  }
}
