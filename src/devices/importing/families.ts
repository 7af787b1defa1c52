import { formOf } from '../form.ts'

/** Fewer devices that share leading words are no family. */
const fewest = 3

/**
 * The families of a brand, as the names of its devices tell: the longest leading words, with the letters before a number
 * (`Galaxy S` of `Galaxy S9`), that at least three devices share. Letters alone, such as the P of a P20, are none.
 *
 * @param names of devices, without the brand's
 * @returns the family's name by the name of the device; nothing for a device of none
 */
export function familiesOf(names: Iterable<string>): Map<string, string> {
  const each = [...new Set(names)].map((name) => ({ name, form: formOf(name), starts: startsOf(name) }))
  const shared = new Map<string, { words: string; devices: Set<string> }>()
  for (const { form, starts } of each)
    for (const words of starts) {
      const start = shared.get(formOf(words)) ?? { words, devices: new Set() }
      start.devices.add(form)
      shared.set(formOf(words), start)
    }
  return new Map(
    each.flatMap(({ name, starts }): [string, string][] => {
      const known = starts.map((words) => shared.get(formOf(words)))
      const family = known.findLast((start) => start !== undefined && start.devices.size >= fewest)
      return family ? [[name, family.words]] : []
    }),
  )
}

/** What a name of a family could be, from short to long: whole words without digits, and the letters of the first with one. */
function startsOf(name: string): string[] {
  const words = name.split(/\s+/)
  const end = words.findIndex((word) => !/^[\p{L}.&'’-]{2,}$/u.test(word))
  const plain = end === -1 ? words.slice(0, -1) : words.slice(0, end)
  if (plain.length === 0) return []
  const starts = plain.map((_, index) => plain.slice(0, index + 1).join(' '))
  const [, letters] = /^(\p{Lu}{1,2})\d/u.exec(words[end] ?? '') ?? []
  return letters === undefined ? starts : [...starts, `${plain.join(' ')} ${letters}`]
}
