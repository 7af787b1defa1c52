/** Small words, which make up most of any text, and stems for the rest: enough to make text that compresses as news does. */
const small = {
  id: 'yang di dan ini itu dengan untuk dari pada tidak dalam akan juga ke bisa sudah ada oleh lebih saat karena para hanya masih namun kata antara satu dua hingga sebagai bagi kami mereka dapat serta atau tersebut'.split(
    ' ',
  ),
  en: 'the of and to in a is that for on with as it was by at from this be are has its an or will which not but more have they their one new also than about up who can over after says'.split(
    ' ',
  ),
} as const

const onsets = 'b c d g h j k l m n p r s t w ny ng pr tr kr'.split(' ')
const vowels = 'a i u e o ai'.split(' ')

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Invented words whose frequencies fall as those of a language do (Zipf's law). */
export function vocabulary(size: number, random: () => number): (random: () => number) => string {
  const words = Array.from({ length: size }, () => inventWord(random))
  return (draw) => words[Math.floor(size ** draw()) - 1] ?? words[0] ?? 'kata'
}

function inventWord(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  return Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(onsets) + pick(vowels)).join('')
}

/** One word of running text: nearly every second one is small. */
export function wordOf(lang: 'id' | 'en', random: () => number, rare: (random: () => number) => string): string {
  const common = small[lang]
  return random() < 0.45 ? (common[Math.floor(random() ** 2 * common.length)] ?? '') : rare(random)
}
