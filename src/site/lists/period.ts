import { archiveSubject, inPeriod, isPlace, periodNamed } from '#articles'
import { periodInWords } from '#look/time.ts'
import type { Edition } from '../edition.ts'
import type { ArticleList } from './article-list.ts'

/**
 * Everything of a year, a month or a day.
 *
 * @param words year, month and day as an address has them
 * @returns undefined when nothing was published then, or the calendar has no such day
 */
export async function periodList(
  own: Edition,
  words: readonly (string | undefined)[],
): Promise<ArticleList | undefined> {
  const { gawai, lang, paths, say, time } = own
  const period = periodNamed(
    words.filter((word) => word !== undefined),
    time.zone,
  )
  if (!period || (await inPeriod(gawai, { lang, ...period, limit: 1 })).items.length === 0) return undefined
  const { name, from, until } = period
  const path = paths.period(name)
  return {
    subject: archiveSubject(name, lang),
    path,
    name: periodInWords(name, time),
    description: '',
    feed: `${path}feed/`,
    label: { name: say('list.archive'), path: paths.archive },
    above: yearAndMonth(name).map((part) => ({ name: periodInWords(part, time), path: paths.period(part) })),
    read: (limit, before) => inPeriod(gawai, { lang, from, until, limit, before }),
    holds: (key) => isPlace(gawai, key, lang, period),
  }
}

/** `2018-03-06` lies in `2018` and `2018-03`. */
function yearAndMonth(name: string): string[] {
  const words = name.split('-')
  return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join('-'))
}
