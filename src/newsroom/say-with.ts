import { type Html, html } from '#platform/html.ts'
import type { Say } from '#platform/i18n.ts'

/** No words hold it, and no value is looked at. */
const mark = '\u0001'

/**
 * A sentence with links in it: its words stand in the order of the language, and each value where the language has it.
 *
 * @param count for a sentence that has a plural
 */
export function sayWith(say: Say, key: string, values: Readonly<Record<string, Html | string>>, count?: number): Html {
  const marked = Object.fromEntries(Object.keys(values).map((name) => [name, mark + name + mark]))
  const parts = say(key, { ...marked, ...(count !== undefined && { count }) }).split(mark)
  return html`${parts.map((part, place) => (place % 2 === 0 ? part : (values[part] ?? '')))}`
}
