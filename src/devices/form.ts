/**
 * A name as it is compared, however somebody spells it: small letters and digits without accents, one blank between words, a
 * plus sign as a word. `Redmi Note 4`, `redmi note  4` and `Redmi-Note 4` are the same.
 */
export const formOf = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('+', ' plus ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A model code as it is compared: `SM-G998B/DS` and `sm-g998b` are not the same, `M1803E1A` and `m1803e1a` are. */
export const codeForm = (code: string): string => code.trim().replace(/\s+/g, ' ').toUpperCase()
