import { type Html, html } from '#platform/html.ts'

/** How times are written: the language and the zone of the site. */
export interface TimeStyle {
  lang: string
  zone: string
}

/** How exact a time is written: to the minute, with its zone, only that minute below its day, or only its day, month or year. */
type Grain = 'minute' | 'clock' | 'day' | 'month' | 'year'

const fields: Record<Grain, Intl.DateTimeFormatOptions> = {
  minute: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  clock: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times what using it costs, and there are few. */
function formatFor({ lang, zone }: TimeStyle, grain: Grain): Intl.DateTimeFormat {
  const key = `${lang} ${zone} ${grain}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'id-ID', {
    timeZone: zone,
    ...fields[grain],
  })
  formats.set(key, format)
  return format
}

/** Indonesians write their zones so in either language; the data that browsers and Node share knows it only in theirs. */
const indonesianZones: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

function inWords(at: number, style: TimeStyle, grain: Grain): string {
  const parts = formatFor(style, grain).formatToParts(at)
  return parts
    .map(({ type, value }) => (type === 'timeZoneName' ? (indonesianZones[style.zone] ?? value) : value))
    .join('')
}

/**
 * An instant in words, with its zone: "20 Maret 2018 pukul 14.05 WIB". Beside it the form for machines keeps the
 * site's own offset (RFC 3339), so that they see the same day as the reader.
 */
export const timeView = (at: number, style: TimeStyle): Html => remembered(at, style, 'minute')

/** Only the day in words, for lists; the form for machines is the same. */
export const dayView = (at: number, style: TimeStyle): Html => remembered(at, style, 'day')

/** Only the time of day, below a heading that says which day it is: "14.05 WIB". */
export const clockView = (at: number, style: TimeStyle): Html => remembered(at, style, 'clock')

export const timeInWords = (at: number, style: TimeStyle): string => inWords(at, style, 'minute')

export const dayInWords = (at: number, style: TimeStyle): string => inWords(at, style, 'day')

/** @param name of a year, a month or a day: `2018`, `2018-03`, `2018-03-06` */
export function periodInWords(name: string, { lang }: TimeStyle): string {
  const grain = (['year', 'month', 'day'] as const)[name.split('-').length - 1] ?? 'day'
  return inWords(Date.parse(name), { lang, zone: 'UTC' }, grain)
}

function remembered(at: number, style: TimeStyle, grain: Grain): Html {
  const key = `${at} ${style.lang} ${style.zone} ${grain}`
  const view = known.get(key) ?? spell(at, style, grain)
  // The same few times stand in every rail and list; forgetting all of them now and then keeps the rest short.
  if (known.size >= mostKnown) known.clear()
  known.set(key, view)
  return view
}

const known = new Map<string, Html>()
const mostKnown = 1000

function spell(at: number, style: TimeStyle, grain: Grain): Html {
  return html`<time datetime="${machineTime(at, style)}">${inWords(at, style, grain)}</time>`
}

/** An instant for programs, with the offset that the site's zone had then: `2018-03-20T14:05:00+07:00` (RFC 3339). */
export function machineTime(at: number, { zone }: Pick<TimeStyle, 'zone'>): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' })
}
