import type { Scan } from './scan.ts'

/** Clocks of Indonesia by their hours from UTC; others have no one name that is always right. */
const zones: Readonly<Record<string, string>> = { 7: 'Asia/Jakarta', 8: 'Asia/Makassar', 9: 'Asia/Jayapura' }
const enough = 0.9
const hour = 3_600_000

/**
 * The zone of the old site's clock, read off posts that carry both their local and their UTC time. Undefined when they
 * disagree or tell nothing: UTC is also what WordPress has when nobody chose.
 */
export function siteClock({ samples }: Pick<Scan, 'samples'>): string | undefined {
  const votes = new Map<number, number>()
  for (const { date, dateUtc } of samples) {
    const hours = (Date.parse(`${date}Z`) - Date.parse(`${dateUtc}Z`)) / hour
    if (Number.isFinite(hours)) votes.set(hours, (votes.get(hours) ?? 0) + 1)
  }
  const [best] = [...votes].toSorted(([, one], [, other]) => other - one)
  return best && best[1] >= samples.length * enough ? zones[best[0]] : undefined
}
