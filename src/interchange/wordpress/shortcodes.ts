import type { ContentReading } from './content-reading.ts'
import { closersOf, looksLikeOne, type Token, tokensOf } from './shortcode-tokens.ts'

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

const attributeForm = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g

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
    if (token.start > from && isEscaped(text, token, closer)) {
      const { end } = closer ?? token
      result += text.slice(from, token.start - 1) + text.slice(token.start, end)
      from = end + 1
      continue
    }
    result += text.slice(from, token.start)
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
