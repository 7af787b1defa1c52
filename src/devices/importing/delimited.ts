import { keepable } from './tree.ts'

/** One row of a table of text, and where it stands. */
export interface Line {
  number: number
  cells: string[]
}

/**
 * Reads comma-, semicolon- or tab-separated values. With quotes (RFC 4180) a cell in them may hold the separator and line ends;
 * without, a quotation mark is a character like others, as in `Chromebase 10"`.
 */
export function* delimitedLines(text: string, separator: string, hasQuotes: boolean): Generator<Line> {
  const source = keepable(text).replace(/^\uFEFF/, '')
  const read = hasQuotes ? quotedRows(source, separator) : plainRows(source, separator)
  for (const line of read) if (line.cells.some((cell) => cell !== '')) yield line
}

function* plainRows(text: string, separator: string): Generator<Line> {
  let number = 0
  for (const row of text.split(/\r?\n/)) {
    number += 1
    yield { number, cells: row.split(separator).map((cell) => cell.trim()) }
  }
}

function* quotedRows(text: string, separator: string): Generator<Line> {
  let [at, number] = [0, 1]
  while (at < text.length) {
    const line: Line = { number, cells: [] }
    for (at -= 1; line.cells.length === 0 || text[at] === separator;) {
      const { words, end } = cellAt(text, at + 1, separator)
      number += text.slice(at + 1, end).split('\n').length - 1
      line.cells.push(words.trim())
      at = end
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    number += 1
    yield line
  }
}

/** A cell, and where the separator or the end of the line behind it stands. */
function cellAt(text: string, start: number, separator: string): { words: string; end: number } {
  if (text[start] !== '"') {
    const end = endOf(text, start, separator)
    return { words: text.slice(start, end), end }
  }
  let close = text.indexOf('"', start + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) return { words: text.slice(start + 1).replaceAll('""', '"'), end: text.length }
  const end = endOf(text, close + 1, separator)
  return { words: text.slice(start + 1, close).replaceAll('""', '"') + text.slice(close + 1, end), end }
}

function endOf(text: string, start: number, separator: string): number {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return end
}

/** Which of the usual separators a first line holds most. */
export function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: first.split(separator).length }))
  return counts.toSorted((one, other) => other.count - one.count)[0]?.separator ?? ','
}
