import type { ContentReading } from './content-reading.ts'

/** One `[name attributes]...[/name]` of WordPress. */
export interface Shortcode {
  name: string
  attributes: Record<string, string>
  /** What stands between the opening and the closing tag; empty without a closing tag. */
  inner: string
}

/**
 * Makes markup of a shortcode.
 *
 * @param within reads the shortcodes inside a text
 */
export type ShortcodeReader = (
  shortcode: Shortcode,
  reading: ContentReading,
  within: (text: string) => string,
) => string

interface Token {
  name: string
  isClosing: boolean
  isSelfClosing: boolean
  rest: string
  start: number
  end: number
}

/** Outside quotes no bracket may open: so each character is looked at from few openings. */
const tokenForm = /\[(\/?)([A-Za-z][\w-]*)((?:[\s=](?:"[^"]*"|'[^']*'|[^[\]"'])*)?)(\/?)\]/g
const attributeForm = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g
/** Their contents are shown as they are, whatever stands in them. */
const verbatim = new Set([
  'code',
  'sourcecode',
  'source',
  'php',
  'css',
  'html',
  'javascript',
  'js',
  'python',
  'bash',
  'xml',
])

/**
 * Replaces the shortcodes of a text. `[[name]]` is how WordPress spells a shortcode that is meant to be read. A word
 * in brackets that only looks like one ("[sic]", "[WS/HBS]") stays.
 *
 * @param replace gets the shortcode with its inner text still unreplaced
 */
export function replaceShortcodes(
  text: string,
  isKnown: (name: string) => boolean,
  replace: (shortcode: Shortcode) => string,
): string {
  const tokens = tokensOf(text)
  const closers = closersOf(tokens)
  let result = ''
  let from = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token || token.start < from) continue
    const closer = token.isClosing || token.isSelfClosing ? undefined : closers.get(index)
    const isShortcode = isKnown(token.name.toLowerCase()) || closer !== undefined || looksLikeOne(token)
    if (!isShortcode) continue
    result += text.slice(from, token.start)
    if (isEscaped(text, token, closer)) {
      const end = (closer ?? token).end + 1
      result = result.slice(0, -1) + text.slice(token.start, end - 1)
      from = end
      continue
    }
    if (!token.isClosing)
      result += replace({
        name: token.name.toLowerCase(),
        attributes: attributesOf(token.rest),
        inner: closer ? text.slice(token.end, closer.start) : '',
      })
    from = (closer ?? token).end
  }
  return result + text.slice(from)
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(tokenForm), (match) => {
    const [whole, slash, name = '', rest = '', end] = match
    return {
      name,
      isClosing: slash === '/',
      isSelfClosing: end === '/' || rest.endsWith('/'),
      rest: rest.replace(/\/$/, ''),
      start: match.index,
      end: match.index + whole.length,
    }
  })
}

/** The closing tag of each opening one: the next of that name at the same depth of that name. Linear. */
function closersOf(tokens: readonly Token[]): Map<number, Token> {
  const closers = new Map<number, Token>()
  const open = new Map<string, number[]>()
  for (const [index, token] of tokens.entries()) {
    const name = token.name.toLowerCase()
    const waiting = open.get(name) ?? []
    if (token.isClosing) {
      const opener = verbatim.has(name) ? waiting.shift() : waiting.pop()
      if (opener !== undefined) closers.set(opener, token)
    } else if (!token.isSelfClosing) waiting.push(index)
    open.set(name, waiting)
  }
  return closers
}

/** "[on-device AI]" and "[x = 5]" are somebody's words. */
function looksLikeOne({ name, rest, isClosing }: Token): boolean {
  if (isClosing) return true
  if (name !== name.toLowerCase()) return false
  if (/\s[\w-]+=\s*["'\u2018-\u201f\u2032\u2033\w&]/.test(rest)) return true
  return /[_-]/.test(name) && /^\s*$|^\s.*["']/.test(rest)
}

const isEscaped = (text: string, token: Token, closer: Token | undefined): boolean =>
  text[token.start - 1] === '[' && text[(closer ?? token).end] === ']'

function attributesOf(rest: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  let position = 0
  for (const [, name, double, single, bare, inDouble, inSingle, word] of plainQuotes(rest).matchAll(attributeForm)) {
    if (name !== undefined) attributes[name.toLowerCase()] = double ?? single ?? bare ?? ''
    else attributes[String(position++)] = inDouble ?? inSingle ?? word ?? ''
  }
  return attributes
}

/** Editors paste from word processors, and WordPress itself makes quotation marks round. */
const plainQuotes = (text: string): string =>
  text
    .replace(/[\u201c\u201d\u201e\u2033]|&(?:quot|#8220|#8221|#8243);/g, '"')
    .replace(/[\u2018\u2019\u2032]|&#(?:8216|8217|8242);/g, "'")
