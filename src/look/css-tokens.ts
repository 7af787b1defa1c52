export type Kind = 'comment' | 'odd' | 'url' | 'bare' | 'string' | 'sign' | 'word' | 'broken'

/**
 * Comments, strings, addresses, brackets, and everything between: as much of CSS as tells them apart. Lines end as a
 * browser has them (CSS Syntax 3, 3.3), and behind a sign that belongs to a name, `url(` begins no address for it.
 */
export function* tokensOf(css: string): Generator<{ kind: Kind; text: string }> {
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

/** A string's text as a browser has it (CSS Syntax 3, 4.3.7): escapes spelled out, white space around it gone. */
export const plain = (text: string): string =>
  text
    .replace(/\\(?:\r\n|[\n\r\f])/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, sign: string | undefined) =>
      code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/[\t\n\r\f]/g, '')
    // What an address loses at its beginning (WHATWG URL, 4.4).
    .replace(/^[\0-\x20]+/, '')
    .trim()
