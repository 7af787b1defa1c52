import { type Html, html, nothing } from '#platform/html.ts'
import type { Language } from '#platform/settings.ts'

const formats = new Map<Language, Intl.ListFormat>()

/** "X", "X and Y", "X, Y and Z", as the language has it. */
export function joined(lang: Language, parts: readonly Html[]): Html {
  const [only, second] = parts
  if (second === undefined) return only ?? nothing
  const format = formats.get(lang) ?? new Intl.ListFormat(lang === 'en' ? 'en-GB' : 'id', { type: 'conjunction' })
  formats.set(lang, format)
  const places = format.formatToParts(parts.map((_, index) => String(index)))
  return html`${places.map(({ type, value }) => (type === 'element' ? (parts[Number(value)] ?? nothing) : value))}`
}
