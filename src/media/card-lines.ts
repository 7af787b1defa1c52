/** A headline set for a card: its lines, and the size of its letters in pixels. */
export interface Setting {
  lines: string[]
  size: number
}

/** Widths of words and of the space between two, in letters' sizes (em). */
export interface Measured {
  words: readonly string[]
  widths: readonly number[]
  space: number
}

const sizes = [112, 102, 92, 84, 76, 70, 64, 58, 54, 50, 46, 42, 39, 36]
/** From one baseline to the next, in letters' sizes. */
export const lineHeight = 1.14

/** The place of a headline, in pixels. */
export interface Place {
  width: number
  height: number
  mostLines: number
}

/** Sets a headline as large as its place allows, in lines as even as its words allow. */
export function setHeadline(measured: Measured, place: Place): Setting {
  const fitting = sizes.find((size) => fits(measured, place, size))
  const size = fitting ?? Math.min(...sizes)
  const lines = evenLines(measured, place.width / size).map((line) =>
    line.map((index) => measured.words[index]).join(' '),
  )
  return { size, lines: cutShort(lines, place.mostLines) }
}

/** Long words in a narrow place, in the smallest size. */
const cutShort = (lines: readonly string[], most: number): string[] =>
  lines.slice(0, most).map((line, index) => (index === most - 1 && lines.length > most ? `${line} …` : line))

function fits(measured: Measured, { width, height, mostLines }: Place, size: number): boolean {
  const lines = linesWithin(measured, width / size).length
  return Math.max(0, ...measured.widths) * size <= width && lines <= mostLines && lines * size * lineHeight <= height
}

/** The fewest lines that the room allows, in the narrowest room that still allows them. */
export function evenLines(measured: Measured, room: number): number[][] {
  const fewest = linesWithin(measured, room).length
  let [narrow, wide] = [0, room]
  while (wide - narrow > 0.05) {
    const middle = (narrow + wide) / 2
    if (linesWithin(measured, middle).length > fewest) narrow = middle
    else wide = middle
  }
  return linesWithin(measured, wide)
}

/** Word after word, a new line when one does not fit; as indexes of words. */
function linesWithin({ widths, space }: Measured, room: number): number[][] {
  const lines: number[][] = []
  let used = Infinity
  for (const [index, width] of widths.entries()) {
    used += space + width
    if (used <= room) lines.at(-1)?.push(index)
    else {
      lines.push([index])
      used = width
    }
  }
  return lines
}

const longestWord = 26
const pieces = new RegExp(`.{1,${longestWord}}`, 'gu')
const longest = 180

/** The words of a text for a card, whatever it holds: no control characters, and nothing so long that no line takes it. */
export function drawableWords(text: string): string[] {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
  const letters = Array.from(plain.trim())
  const whole = letters.slice(0, longest).join('')
  const shown = letters.length > longest ? `${whole.replace(/ [^ ]*$/, '')} …` : whole
  return shown.split(' ').flatMap((word) => word.match(pieces) ?? [])
}
