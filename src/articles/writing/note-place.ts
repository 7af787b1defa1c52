import type { Block, Document, Node } from '../document/index.ts'

/** As much of a block's words as tells it from others. */
const longestQuote = 200

/** Stands for a block that has no words: a rule. */
const wordless = '—'

/** The words by which a block is found again, also where it stands elsewhere by then. */
export const quoteOf = (block: Block): string => wordsOf(block).slice(0, longestQuote).trim() || wordless

/** As a quote is kept and compared: on one line. */
export const asQuote = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, longestQuote)

/** Where the block stands that holds a quote: at its place or nearest to it; null when no block holds it. */
export type FindQuote = (note: { block: number | null; quote: string }) => number | null

/** The words of a document are read once for all its notes. @param block of a note: its place before, from 0 */
export function quotesIn(document: Document): FindQuote {
  const words = document.content.map(wordsOf)
  const holds = (said: string | undefined, quote: string): boolean =>
    said !== undefined && (quote === wordless ? said === '' : said.includes(quote))
  return ({ block, quote }) => {
    const old = block ?? 0
    // Outward from where it stood: most stand there still.
    for (let far = 0; far < Math.max(old + 1, words.length); far += 1)
      for (const place of [old - far, old + far]) if (holds(words[place], quote)) return place
    return null
  }
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
