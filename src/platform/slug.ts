/**
 * A title as one segment of an address: letters without accents, digits and hyphens, at most 80 characters, cut
 * between words. Letters of scripts that have no plain Latin form stay as they are.
 */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(?<=[A-Za-z])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= longest) return plain
  const cut = plain.slice(0, longest + 1)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : plain.slice(0, longest)
}

const longest = 80
