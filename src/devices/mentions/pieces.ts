/** What stands between two pieces of a text. */
export type Gap = 'none' | 'blank' | 'hyphen' | 'dot' | 'slash' | 'comma' | 'apostrophe' | 'mark' | 'stop'

/** A word of a text, or part of one: names are written together and apart (`Note10`, `Note 10`, `AscendGX1`). */
export interface Piece {
  /** Small letters and digits without accents; a plus sign behind something is the word. */
  key: string
  start: number
  end: number
  /** What stands before it. */
  gap: Gap
  isCapital: boolean
  /** Whether it goes on with a word that began before it. */
  isInner: boolean
}

const words = /[\p{L}\p{N}]+|\+/gu
/** Where a word changes: `iPhone|11`, `Ascend|GX1`; a short beginning stays with its number (`GX1`, `A50s`). */
const seams = /(?<=\p{Ll})(?=\p{Lu})|(?<=(?:^|\p{Ll})\p{Lu}?\p{Ll}{2,})(?=\d)|(?<=(?:^|[^\p{L}])\p{Lu}{3,})(?=\d)|(?<=\d)(?=\p{L}{3})/u
const isPlain = /^[A-Za-z0-9]+$/

/** Cuts a text into its pieces. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let before = 0
  for (const { 0: word, index } of text.matchAll(words)) {
    const gap = index === before && index > 0 ? 'none' : gapOf(text.slice(before, index))
    if (word === '+') {
      if (gap !== 'none') continue
      pieces.push({ key: 'plus', start: index, end: index + 1, gap, isCapital: false, isInner: false })
    } else addWord(pieces, word, index, gap)
    before = index + word.length
  }
  return pieces
}

function addWord(pieces: Piece[], word: string, index: number, gap: Gap): void {
  let start = index
  for (const part of word.length > 3 ? word.split(seams) : [word]) {
    pieces.push({
      key: foldOf(part),
      start,
      end: start + part.length,
      gap: start === index ? gap : 'none',
      isCapital: /^[\p{Lu}\d]/u.test(part),
      isInner: start !== index,
    })
    start += part.length
  }
}

const foldOf = (word: string): string =>
  isPlain.test(word) ? word.toLowerCase() : word.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()

function gapOf(between: string): Gap {
  if (between === ' ' || between === '\u00A0') return 'blank'
  if (/[\n.!?;:]\s|\n/.test(between)) return 'stop'
  if (between === '.') return 'dot'
  if (/^\s+$/.test(between)) return 'blank'
  if (/^[-‐‑–_]$/.test(between)) return 'hyphen'
  if (/^\s?\/\s?$/.test(between)) return 'slash'
  if (/^\s?,\s?$/.test(between)) return 'comma'
  if (/^['’`]$/.test(between)) return 'apostrophe'
  return 'mark'
}

/** Two names are the same when their keys are: only between two numbers does it matter whether something stands there. */
export const joinKeys = (key: string, { key: next, gap }: Pick<Piece, 'key' | 'gap'>): string =>
  gap !== 'none' && /\d$/.test(key) && /^\d/.test(next) ? `${key}_${next}` : key + next

/** A whole name as it is compared. */
export const keyOf = (pieces: readonly Piece[]): string =>
  pieces.reduce((key, piece) => (key === '' ? piece.key : joinKeys(key, piece)), '')
