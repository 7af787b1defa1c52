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

/** Where a word changes: `iPhone|11`, `Ascend|GX1`; a short beginning stays with its number (`GX1`, `A50s`). */
const seams =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=(?:^|\p{Ll})\p{Lu}?\p{Ll}{2,})(?=\d)|(?<=(?:^|[^\p{L}])\p{Lu}{3,})(?=\d)|(?<=\d)(?=\p{L}{3})/u
const isPlain = /^[A-Za-z0-9]+$/
/** Most words have none, and are not asked where. */
const mayHaveSeams = /[^A-Z][A-Z]|[A-Za-z]\d|\d[A-Za-z]|[^\x00-\x7F]/ // oxlint-disable-line no-control-regex -- ASCII begins with one

/** Cuts a text into its pieces. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let before = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === plus) {
      if (at !== before || at === 0) continue
      pieces.push({ key: 'plus', start: at, end: at + 1, gap: 'none', isCapital: false, isInner: false })
      before = at + 1
    } else if (isOfWord(text, at)) {
      const start = at
      while (at + 1 < text.length && isOfWord(text, at + 1)) at += 1
      addWord(
        pieces,
        text.slice(start, at + 1),
        start,
        start === before && start > 0 ? 'none' : gapOf(text.slice(before, start)),
      )
      before = at + 1
    }
  }
  return pieces
}

const plus = 0x2b
const isLetter = /[\p{L}\p{N}\p{M}]/u

function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return (code > 0x60 && code < 0x7b) || (code > 0x2f && code < 0x3a) || (code > 0x40 && code < 0x5b)
  return isLetter.test(text.charAt(at))
}

function addWord(pieces: Piece[], word: string, index: number, gap: Gap): void {
  let start = index
  for (const part of word.length > 3 && mayHaveSeams.test(word) ? word.split(seams) : [word]) {
    const code = part.charCodeAt(0)
    pieces.push({
      key: foldOf(part),
      start,
      end: start + part.length,
      gap: start === index ? gap : 'none',
      isCapital: code < 0x5b || (code > 0x7f && /^[\p{Lu}\p{N}]/u.test(part)),
      isInner: start !== index,
    })
    start += part.length
  }
}

const foldOf = (word: string): string =>
  isPlain.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()

function gapOf(between: string): Gap {
  if (between === ' ' || between === '\u00A0') return 'blank'
  if (between === ', ' || between === ',') return 'comma'
  if (between === '-') return 'hyphen'
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

/** Whether a piece can go on with a name: nothing but a blank, a hyphen or a point of a number stands between. */
export function isWithin(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]]
  if (!piece) return false
  if (piece.gap === 'dot') return /^\d/.test(piece.key) && /\d$/.test(before?.key ?? '')
  return piece.gap === 'none' || piece.gap === 'blank' || piece.gap === 'hyphen'
}

/** Names end where words do. */
export const isWordEnd = (pieces: readonly Piece[], at: number): boolean => pieces[at + 1]?.isInner !== true

/** The piece behind the word that a piece is of. */
export function wordEnd(pieces: readonly Piece[], at: number): number {
  let end = at + 1
  while (pieces[end]?.isInner === true) end += 1
  return end
}
