/** One opening or closing tag in a text. */
export interface Token {
  name: string
  isClosing: boolean
  isSelfClosing: boolean
  rest: string
  start: number
  end: number
}

/** Outside quotes no bracket may open: so each character is looked at from few openings. */
const tokenForm = /\[(\/?)([A-Za-z][\w-]*)((?:[\s=](?:"[^"]*"|'[^']*'|[^[\]"'])*)?)(\/?)\]/g
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

/** Whatever could be a tag, in order. */
export function tokensOf(text: string): Token[] {
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
export function closersOf(tokens: readonly Token[]): Map<number, Token> {
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
export function looksLikeOne({ name, rest, isClosing }: Token): boolean {
  if (isClosing) return true
  if (name !== name.toLowerCase()) return false
  if (/\s[\w-]+=\s*["'\u2018-\u201f\u2032\u2033\w&]/.test(rest)) return true
  return /[_-]/.test(name) && /^\s*$|^\s.*["']/.test(rest)
}
