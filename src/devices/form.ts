/**
 * A name as it is compared, however somebody spells it: small letters and digits without accents, one blank between words, a
 * plus sign as a word. `Redmi Note 4`, `redmi note  4` and `Redmi-Note 4` are the same.
 */
export const formOf = (words: string): string => {
  const plain = isPlain.test(words) ? words : words.normalize('NFKD').replace(/\p{M}+/gu, '')
  const spelt = plain.toLowerCase().replaceAll('+', ' plus ')
  return (isPlain.test(spelt) ? spelt.replace(/[^a-z0-9]+/g, ' ') : spelt.replace(/[^\p{L}\p{N}]+/gu, ' ')).trim()
}

/** Nearly every name is: it is read several times as fast. */
const isPlain = /^[\x20-\x7e]*$/

/** A model code as it is compared: `SM-G998B/DS` and `sm-g998b` are not the same, `M1803E1A` and `m1803e1a` are. */
export const codeForm = (code: string): string => code.trim().replace(/\s+/g, ' ').toUpperCase()
