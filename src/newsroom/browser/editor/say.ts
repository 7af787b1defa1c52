/** Says a thing in the writer's language; values stand in braces in the page's words. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** @param words as JSON, from the page */
export function sayer(words: string): Say {
  const known = JSON.parse(words) as Record<string, string> // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by tool-words.ts
  return (key, values = {}) =>
    (known[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** A place whose words are read out as soon as they change, and that nobody sees. */
export function teller(): (words: string) => void {
  const region = document.createElement('div')
  region.className = 'unseen'
  region.setAttribute('role', 'status')
  document.querySelector('main')?.append(region)
  return (words) => (region.textContent = words)
}
