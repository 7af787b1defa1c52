const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * What stands between brackets of a program, parted at its commas: enough of the language to know strings, templates
 * and brackets from each other.
 *
 * @param start just behind the opening bracket
 */
export function argumentsAt(text: string, start: number): string[] {
  const parts: string[] = []
  let from = start
  const end = walk(text, start, (comma) => {
    parts.push(text.slice(from, comma).trim())
    from = comma + 1
  })
  return [...parts, text.slice(from, end).trim()].filter((part) => part !== '')
}

/** @returns the index of the bracket that closes what begins at `at` */
function walk(text: string, at: number, onComma?: (index: number) => void): number {
  for (let index = at; index < text.length; index += 1) {
    const sign = text[index] ?? ''
    if (sign in closing) index = walk(text, index + 1)
    else if (sign === "'" || sign === '"') index = endOfString(text, index, sign)
    else if (sign === '`') index = endOfTemplate(text, index)
    else if (text.startsWith('//', index)) index = text.indexOf('\n', index)
    else if (sign === ')' || sign === ']' || sign === '}') return index
    else if (sign === ',') onComma?.(index)
  }
  throw new Error(`A bracket is not closed: ${text.slice(at, at + 80)}`)
}

function endOfString(text: string, at: number, quote: string): number {
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === quote) return index
  }
  throw new Error(`A string has no end: ${text.slice(at, at + 80)}`)
}

function endOfTemplate(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text.startsWith('${', index)) index = walk(text, index + 2)
    else if (text[index] === '`') return index
  }
  throw new Error(`A template has no end: ${text.slice(at, at + 80)}`)
}
