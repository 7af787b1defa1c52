/** What stands below a picture: words about it, and who made it. */
export interface Caption {
  caption?: string
  credit?: string
}

const longest = 2000
/** "… (Foto: Sari Dewi)", "… Foto: Sari Dewi", or nothing but that. The word must open a sentence or a bracket. */
const credited = /^(|.*?[.!?…)|–—]\s*|.*?\s*\()(?:foto|photo|gambar|image|kredit|credit)\s*:\s*([^():]+?)\s*\)?\.?$/is

const opening = /^\s*(?:foto|photo|gambar|image|kredit|credit)\s*:\s*/i

/** Parts a line below a picture into caption and credit. */
export function captionOf(line: string): Caption {
  const [, words, credit] = credited.exec(line) ?? []
  return captioned(credit === undefined ? line : (words ?? '').replace(/\s*\($/, ''), credit)
}

/** Who made it, in a line that says nothing else. */
export const creditOf = (line: string): string =>
  opening.test(line) ? line.replace(opening, '').replace(/\s*\)?\.?$/, '') : (captionOf(line).credit ?? line)

/** The same when it is known which words are which. */
export function captioned(caption: string, credit = ''): Caption {
  const [words, name] = [caption, credit].map((part) => part.trim().slice(0, longest))
  return { ...(words && { caption: words }), ...(name && { credit: name }) }
}
