import type { Difference } from './filled.ts'

/** What the form tells of whoever writes, see `keepingFacts`. */
export interface Facts {
  account: number
  savedAt: number
  savedBy?: string
  lang: string
  zone: string
  words: Record<string, string>
}

export interface Speech {
  say(key: string, values?: Record<string, string | number>): string
  time(at: number): string
  difference(difference: Difference): string
}

export const factsIn = (form: HTMLFormElement): Facts => JSON.parse(form.dataset['keeping'] ?? '{}') as Facts // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by keeping-facts.ts

/** Speaks as the page does: in its language, with the clock of the site. */
export function speechOf({ words, lang, zone }: Facts): Speech {
  const locale = lang === 'en' ? 'en-GB' : 'id-ID'
  const [clock, day] = (['2-digit', undefined] as const).map(
    (hour) =>
      new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        ...(hour ? { hour, minute: hour } : { day: 'numeric', month: 'long' }),
      }),
  )
  const plural = new Intl.PluralRules(locale)
  const say: Speech['say'] = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  const count = (key: string, number: number) =>
    number === 0 ? [] : [say(`${key}_${plural.select(number) === 'one' ? 'one' : 'other'}`, { count: number })]
  return {
    say,
    time: (at) => {
      const [today, that] = [Date.now(), at].map((one) => day?.format(one))
      return [...(that === today ? [] : [that]), clock?.format(at)].join(' ')
    },
    difference: ({ blocks, fields, words: more }) =>
      [
        ...count('blocksDiffer', blocks),
        ...count('fieldsDiffer', fields),
        ...count(more < 0 ? 'fewerWords' : 'moreWords', Math.abs(more)),
      ].join(', '),
  }
}
