/** In bytes. */
export const longestTheme = 32 * 1024

/**
 * What keeps a publisher's style sheet from being used, as a sentence; undefined when nothing does. It stands inside the
 * layer `theme`, so no bracket may close that, and nothing in it may ask another host.
 */
export function themeProblem(css: string): string | undefined {
  if (Buffer.byteLength(css) > longestTheme)
    return `The style sheet is longer than ${longestTheme} bytes: make it shorter`
  const open: string[] = []
  for (const { kind, text } of tokensOf(css)) {
    if (kind === 'broken') return `${text} is never closed`
    if (kind === 'sign') {
      if (text in closing) open.push(text)
      else if (closing[open.pop() ?? ''] !== text) return `A "${text}" closes nothing: take it out`
      continue
    }
    const problem = kind === 'comment' ? undefined : refusedWord(kind, text)
    if (problem !== undefined) return problem
  }
  const left = open.at(-1)
  return left === undefined ? undefined : `A "${left}" is never closed`
}

const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }

function refusedWord(kind: Kind, text: string): string | undefined {
  if (text.includes('\0')) return 'The style sheet holds a sign that is no text'
  if (kind === 'odd')
    return 'A "url(" is not understood here: put a space before it, and the address alone, in quotation marks, inside it'
  if (kind === 'bare' && text.includes('\\')) return 'Write an address with a backslash in quotation marks'
  if (kind === 'url' || kind === 'bare') return elsewhere.test(plain(text)) ? fromElsewhere(text) : undefined
  if (kind === 'string') return host.test(plain(text)) ? fromElsewhere(text) : undefined
  if (text.includes('\\')) return 'A backslash outside quotation marks is not understood here: write the sign itself'
  const [rule] = /@(import|charset|namespace)\b/i.exec(text) ?? []
  return rule === undefined ? undefined : `"${rule}" is not used here: put the rules themselves into this style sheet`
}

const fromElsewhere = (text: string): string =>
  `"${text.slice(0, 80)}" would be loaded from elsewhere: a page of this site loads nothing from another host`

/** What is neither a path of this site nor a name in the page. */
const elsewhere = /^(?!\/(?![/\\])|#|$)/
/** In other strings only what names a host: they may be words for a reader. */
const host = /^(https?:|[/\\]{2})\S/i

/** A string's text as a browser has it (CSS Syntax 3, 4.3.7): escapes spelled out, white space around it gone. */
const plain = (text: string): string =>
  text
    .replace(/\\(?:\r\n|[\n\r\f])/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, sign: string | undefined) =>
      code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/[\t\n\r\f]/g, '')
    // What an address loses at its beginning (WHATWG URL, 4.4).
    .replace(/^[\0-\x20]+/, '')
    .trim()

type Kind = 'comment' | 'odd' | 'url' | 'bare' | 'string' | 'sign' | 'word' | 'broken'

/**
 * Comments, strings, addresses, brackets, and everything between: as much of CSS as tells them apart. Lines end as a
 * browser has them (CSS Syntax 3, 3.3), and behind a sign that belongs to a name, `url(` begins no address for it.
 */
function* tokensOf(css: string): Generator<{ kind: Kind; text: string }> {
  const form =
    /(?<comment>\/\*[^]*?\*\/)|(?<glued>(?<=[-#@]|[^\0-\x7f])\burl\()|\burl\(\s*(?<quoted>"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')\s*\)|\burl\((?<bare>[^"'()]*)\)|(?<unclear>\burl\()|(?<string>"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|(?<sign>[{}()[\]])|(?<broken>\/\*|["'])|(?<word>(?:(?!\burl\()[^"'{}()[\]/]|\/(?!\*))+)|(?<rest>[^])/giu
  for (const { groups = {} } of css.replace(/\r\n?|\f/g, '\n').matchAll(form)) {
    const { comment, glued, quoted, bare, unclear, string, sign, broken, word, rest } = groups
    if (comment !== undefined) yield { kind: 'comment', text: comment }
    else if ((glued ?? unclear) !== undefined) yield { kind: 'odd', text: 'url(' }
    else if (quoted !== undefined) yield { kind: 'url', text: quoted.slice(1, -1) }
    else if (bare !== undefined) yield { kind: 'bare', text: bare }
    else if (string !== undefined) yield { kind: 'string', text: string.slice(1, -1) }
    else if (sign !== undefined) yield { kind: 'sign', text: sign }
    else if (broken !== undefined) yield { kind: 'broken', text: broken }
    else yield { kind: 'word', text: word ?? rest ?? '' }
  }
}
