/** Tells the line of a place in a text that comes in pieces; only the last piece is remembered. */
export interface LinePlace {
  add(text: string): void
  /** @param index counted from the beginning of the whole text */
  line(index: number): number
}

export function linePlace(): LinePlace {
  let lines = 1
  let from = 0
  let piece = ''
  // Places are asked for in their order, so counting goes on where the last one was.
  let counted = { end: 0, lines: 0 }
  const linesUntil = (end: number): number => {
    const { end: start, lines: before } = end >= counted.end ? counted : { end: 0, lines: 0 }
    counted = { end, lines: before + newlines(piece, start, end) }
    return counted.lines
  }
  return {
    add(text) {
      lines += linesUntil(piece.length)
      from += piece.length
      piece = text
      counted = { end: 0, lines: 0 }
    },
    line: (index) => lines + linesUntil(index - from),
  }
}

function newlines(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
