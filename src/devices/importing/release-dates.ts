import { readFuzzyDate } from '#platform/fuzzy-date.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a day, a month or a year as files write it: `2018-5-15`, `2018/05`, `2018`, `May 2018`, `15 May 2018`.
 *
 * @returns EDTF; undefined for what is no date
 */
export function dateIn(words: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$/.exec(words.trim()) ?? named(words)
  const text = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  return readFuzzyDate(text)?.text
}

/** With the month in English; in front of the year, the day before or behind it. */
function named(words: string): (string | undefined)[] {
  const [, before, month = '', after, year] =
    /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/.exec(words.trim()) ?? []
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return number === 0 ? [] : ['', year, String(number), before ?? after]
}

/** The earliest of several. */
export const earliest = (dates: readonly string[]): string | undefined =>
  dates.toSorted((one, other) => (readFuzzyDate(one)?.from ?? 0) - (readFuzzyDate(other)?.from ?? 0))[0]
