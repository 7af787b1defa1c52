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

/** An instant in words, with its zone: "20 Maret 2018 pukul 14.05 WIB". The machine-readable form stands beside. */
export function timeView(at: number, style: TimeStyle): Html {
  return html`<time datetime="${new Date(at).toISOString()}">${formatFor(style).format(at)}</time>`
}
