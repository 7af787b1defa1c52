import { type Html, html } from '#platform/html.ts'

/** How times are written: the language and the zone of the site. */
export interface TimeStyle {
  lang: string
  zone: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times what using it costs, and there are two of them. */
function formatFor({ lang, zone }: TimeStyle): Intl.DateTimeFormat {
  const key = `${lang} ${zone}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'id-ID', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
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

function inWords(at: number, style: TimeStyle): string {
  const parts = formatFor(style).formatToParts(at)
  return parts
    .map(({ type, value }) => (type === 'timeZoneName' ? (indonesianZones[style.zone] ?? value) : value))
    .join('')
}

/**
 * An instant in words, with its zone: "20 Maret 2018 pukul 14.05 WIB". Beside it the form for machines keeps the
 * site's own offset (RFC 3339), so that they see the same day as the reader.
 */
export function timeView(at: number, style: TimeStyle): Html {
  const key = `${at} ${style.lang} ${style.zone}`
  const view = known.get(key) ?? spell(at, style)
  // The same few times stand in every rail and list; forgetting all of them now and then keeps the rest short.
  if (known.size >= mostKnown) known.clear()
  known.set(key, view)
  return view
}

const known = new Map<string, Html>()
const mostKnown = 1000

function spell(at: number, style: TimeStyle): Html {
  return html`<time datetime="${machineTime(at, style)}">${inWords(at, style)}</time>`
}

/** An instant for programs, with the offset that the site's zone had then: `2018-03-20T14:05:00+07:00` (RFC 3339). */
export function machineTime(at: number, { zone }: Pick<TimeStyle, 'zone'>): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' })
}
