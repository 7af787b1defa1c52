import { compileOnce } from '#platform/database/compile-once.ts'
import type { Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Language, siteZone } from '#platform/settings.ts'

/** A year, a month or a day of the site's calendar. */
export interface Period {
  /** `2018`, `2018-03` or `2018-03-06` */
  name: string
  /** Its first instant, and the first that is no longer in it. */
  from: Instant
  until: Instant
}

/**
 * The period that one to three words from an address name: year, month, day.
 *
 * @returns undefined when the calendar has no such day
 */
export function periodNamed(words: readonly string[], zone: string): Period | undefined {
  const [year, month, day] = words.map(Number)
  if (year === undefined) return undefined
  try {
    const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: 'reject' })
    const length = day !== undefined ? { days: 1 } : month !== undefined ? { months: 1 } : { years: 1 }
    const begin = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds
    return { name: words.join('-'), from: begin(first), until: begin(first.add(length)) }
  } catch {
    return undefined
  }
}

/** The names of the year, the month and the day of an instant. */
export function periodsOf(at: Instant, zone: string): [year: string, month: string, day: string] {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
  return [day.slice(0, -'-03-06'.length), day.slice(0, -'-06'.length), day]
}

const newestBefore = compileOnce<{ lang: Language; until: Instant }>()((db, blank) =>
  db
    .selectFrom('publication')
    .select('published_at')
    .where('kind', '=', 'article')
    .where('lang', '=', blank.lang)
    .where('published_at', '<', blank.until)
    .orderBy('published_at', 'desc')
    .limit(1),
)

/** Fifty years. */
const mostMonths = 600

/** The months in which something was published, the newest first: `2018-03`. One small question for each. */
export async function monthsWithArticles(
  { reports, settings }: Pick<Gawai, 'reports' | 'settings'>,
  lang: Language,
): Promise<string[]> {
  const zone = settings.get(siteZone)
  const months: string[] = []
  let until = Number.MAX_SAFE_INTEGER
  while (months.length < mostMonths) {
    const [row] = await newestBefore(reports, { lang, until })
    if (!row) break
    const [, month] = periodsOf(row.published_at, zone)
    months.push(month)
    until = periodNamed(month.split('-'), zone)?.from ?? 0
  }
  return months
}
