/** What would be a mark, a link, a tag or an entity; an underscore inside a word is none. */
const meaningful = /[\\`*[\]~]|<(?=[a-zA-Z/!?]|$)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu
/** What makes a line something else than words: a list, a heading, a quotation, a rule, a row below a table's head. */
const atStart = /(^|\n)(?:(\d+)(?=[.)](?:\s|$))|(?=[-+>#=:|]))/g
const blank = /[ \p{Cc}]+/gu

/** Words that a writer typed, so that Markdown says just these. White space is folded as a browser folds it. */
export const escaped = (text: string): string => text.replace(blank, ' ').replace(meaningful, '\\$&')

/** The same where a block could begin: each line of a paragraph. */
export function escapedStarts(lines: string): string {
  // Markdown trims any white space of Unicode, HTML only its own.
  const indented = lines.replace(/^[^\S\n]/, (space) => `&#${space.charCodeAt(0)};`)
  return indented.replace(atStart, '$1$2\\')
}

export const hardBreak = '\\\n'

/** Code in a line, between more backticks than stand in it. */
export function codeSpan(code: string): string {
  const fence = '`'.repeat(longestRun(code) + 1)
  // One blank at both ends is taken away, except from blanks alone.
  const isInBlanks = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code)
  const isPadded = isInBlanks || code.startsWith('`') || code.endsWith('`')
  return isPadded ? `${fence} ${code} ${fence}` : fence + code + fence
}

/** How many backticks stand in a row. */
export const longestRun = (code: string): number =>
  (code.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0)

/** Words as a paragraph of their own. */
export const sentence = (words: string): string => escapedStarts(escaped(words).trim())

/** Words between quotation marks, as the title of a picture. */
export const quoted = (words: string): string => `"${words.replace(blank, ' ').replace(/["\\]|&(?=#?\w+;)/g, '\\$&')}"`

/** An address that leads to the same place from anywhere. */
export const wholeAddress = (address: string, origin: string): string =>
  address.startsWith('/') ? origin + address : address

/** The same between the brackets of a link or picture. */
export function destination(address: string, origin: string): string {
  const safe = wholeAddress(address, origin)
    .replace(/[\s<>`]/g, encodeURIComponent)
    .replace(/&(?=#?\w+;)/g, '\\&')
  return /[()]/.test(safe) ? `<${safe}>` : safe
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words between tags or as an attribute. */
export const htmlText = (words: string): string =>
  words.replace(/\s+/g, ' ').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
