import type { Block, Document, Node } from '../document/index.ts'

/** As much of a block's words as tells it from others. */
const longestQuote = 200

/** Stands for a block that has no words: a rule. */
const wordless = '—'

/** The words by which a block is found again, also where it stands elsewhere by then. */
export const quoteOf = (block: Block): string => wordsOf(block).slice(0, longestQuote).trim() || wordless

/** As a quote is kept and compared: on one line. */
export const asQuote = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, longestQuote)

/**
 * Where the block stands that holds a quote: at its place or nearest to it.
 *
 * @param block its place before, from 0; null when it stood nowhere
 * @returns null when no block holds it
 */
export function placeOfQuote(
  document: Document,
  { block, quote }: { block: number | null; quote: string },
): number | null {
  const old = block ?? 0
  const [nearest] = [...document.content.keys()]
    .filter((place) => holds(document.content[place], quote))
    .toSorted((one, other) => Math.abs(one - old) - Math.abs(other - old))
  return nearest ?? null
}

function holds(block: Block | undefined, quote: string): boolean {
  if (!block) return false
  const words = wordsOf(block)
  return quote === wordless ? words === '' : words.includes(quote)
}

const wordsOf = (node: Node): string => piecesOf(node).join('').replace(/\s+/g, ' ').trim()

/** What is said in it, and of what it shows. */
function piecesOf({ type, text, attrs = {}, content = [] }: Node): string[] {
  if (text !== undefined) return [text]
  const said = ['alt', 'caption', 'html', 'url', 'src'].map((name) => attrs[name]).find((words) => isWords(words))
  const within = content.flatMap(piecesOf)
  return [...within, ...(within.length === 0 && isWords(said) ? [said] : []), type === 'text' ? '' : ' ']
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value !== ''
