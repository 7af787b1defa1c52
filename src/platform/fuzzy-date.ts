/** Days since 1970-01-01. */
export type Day = number

/** A date as far as it is known, and the days that it can mean: `from` is the first, `to` the one after the last. */
export interface FuzzyDate {
  text: string
  from: Day
  to: Day
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/
const millisecondsOfDay = 86_400_000

const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / millisecondsOfDay

/**
 * Reads a year, a month or a day, each perhaps uncertain: `2018`, `2018-03`, `2018-03-25`, `2018~` (EDTF, ISO 8601-2:2019,
 * level 0 and the qualifiers of level 1).
 *
 * @returns undefined for anything else, and for a day that no calendar has
 */
export function readFuzzyDate(text: string): FuzzyDate | undefined {
  const [, ...parts] = shape.exec(text) ?? []
  const [year, month, day] = parts.map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined) return undefined
  if (month === undefined) return { text, from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) }
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return { text, from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) }
  const from = dayOf(year, month, day)
  return day >= 1 && from < dayOf(year, month + 1, 1) ? { text, from, to: from + 1 } : undefined
}

/** The day of an instant, in UTC. @param at milliseconds since 1970 */
export const dayOfInstant = (at: number): Day => Math.floor(at / millisecondsOfDay)

/** The first instant of a day, in UTC, in milliseconds since 1970. */
export const instantOfDay = (day: Day): number => day * millisecondsOfDay
