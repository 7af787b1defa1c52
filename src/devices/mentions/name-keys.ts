import { keyOf, type Piece, piecesOf } from './pieces.ts'

/** The keys under which a name is found. */
export interface NameKeys {
  exact: string
  /** Shorter ways to say it: they count only where no device is called so exactly. */
  loose: string[]
}

const romans: Record<string, string> = { ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7' }
const generation = /^(.*?)\s*\((\d+)(?:st|nd|rd|th) generation\)\s*(.*)$/i
const qualifier = /\s*(?:\([^)]*\)|\[[^\]]*\])\s*/g
const network = /(?:\s+(?:5g|4g|3g|lte|nfc|wi-?fi|dual sim|duos|td-lte|gsm|cdma))+$/i
const hasMore = /[([]|\s(?:5g|4g|3g|lte|nfc|wi-?fi|sim|duos|td-lte|gsm|cdma|[iv]+)$/i
const trailingRoman = /^(.*\s)(iv|vi{0,2}|iii?)$/i

/**
 * How a name may be written: with and without what stands in brackets, the network behind it, numbers as Roman ones or not, a
 * generation as "iPad (7th generation)", "iPad 7", "iPad Generasi 7".
 *
 * @param pieces of the name
 */
export function nameKeys(name: string, pieces: readonly Piece[]): NameKeys {
  const exact = keyOf(pieces)
  // Most names are plain words, and tens of thousands of them are read at once.
  if (!hasMore.test(name)) return { exact, loose: [] }
  const loose = new Set<string>()
  const [, base, number, rest = ''] = generation.exec(name) ?? []
  if (base !== undefined && number !== undefined) {
    const behind = rest === '' ? '' : ` ${rest}`
    for (const words of [`${number}`, `generasi ${number}`, `gen ${number}`, `generasi ke-${number}`])
      loose.add(keyIn(`${base} ${words}${behind}`))
    return { exact, loose: [...loose] }
  }
  const plain = name.replaceAll(qualifier, ' ').trim()
  if (plain !== '') loose.add(keyIn(plain))
  const bare = plain.replace(network, '')
  loose.add(keyIn(bare))
  const [, before, roman] = trailingRoman.exec(bare) ?? []
  if (before !== undefined && roman !== undefined) loose.add(keyIn(before + (romans[roman.toLowerCase()] ?? roman)))
  loose.delete(exact)
  loose.delete('')
  return { exact, loose: [...loose] }
}

const keyIn = (words: string): string => keyOf(piecesOf(words))
