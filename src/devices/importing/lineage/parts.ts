import { readValue } from '../../specifications/read-value.ts'
import type { SpecificationName } from '../../specifications/registry.ts'
import type { Value } from '../../specifications/value.ts'
import { memorySizes, memoryValues } from '../memory-sizes.ts'
import { fieldOf, isMap, leavesOf, mapsWith, type Tree } from '../tree.ts'
import { valueOrWords } from './displays.ts'

type Saying = [SpecificationName, Value[]]

/** Values of one specification that may stand there alone, in a list, or below labels. */
export const plain = (name: SpecificationName, tree: Tree | undefined): Saying => [
  name,
  leavesOf(tree).map(({ words, label }) => valueOrWords(name, words, label)),
]

export const memory = (name: 'ram' | 'storage', tree: Tree | undefined): Saying => [
  name,
  leavesOf(tree).flatMap(({ words, label }) => memoryValues(words, label)),
]

export const storageType = (tree: Tree | undefined): Saying => {
  const said = leavesOf(tree).map(({ words }) => words)
  const types = said.flatMap((words) => words.match(/\b(?:UFS|eMMC)\s*(?:\d(?:\.\d)?)?/gi) ?? [])
  const spelt = types.map((type) => type.trim().replace(/^(UFS|eMMC)(?=\d)/i, '$1 '))
  return ['storage_type', spelt.length === 0 ? [] : [{ words: [...new Set(spelt)].join(', '), raw: said.join(', ') }]]
}

/** `{capacity: 4000, tech: 'Li-Po', removable: false}`, one for each label, or free text. */
export function battery(tree: Tree | undefined): Saying[] {
  const maps = mapsWith(tree, ['capacity', 'tech', 'removable'])
  if (maps.length === 0) return [plain('battery', tree)]
  const all = (field: string, name: SpecificationName): Saying => [
    name,
    maps.flatMap(({ map, label }) =>
      leavesOf(fieldOf(map, field)).map(({ words }) => valueOrWords(name, words, label)),
    ),
  ]
  return [
    all('capacity', 'battery'),
    once(all('tech', 'battery_technology')),
    once(all('removable', 'is_battery_removable')),
  ]
}

/** What is the same for all labels is said once. */
function once([name, values]: Saying): Saying {
  const [first] = values
  const isSame = first && values.every(({ words, number }) => words === first.words && number === first.number)
  if (!isSame) return [name, values]
  const { label: _, ...value } = first
  return [name, [value]]
}

export function dimensions(tree: Tree | undefined): Saying[] {
  const sides = ['height', 'width', 'depth'] as const
  const maps = mapsWith(tree, sides)
  return sides.map((side) => [
    side,
    maps.flatMap(({ map, label }) => leavesOf(fieldOf(map, side)).map(({ words }) => valueOrWords(side, words, label))),
  ])
}

/** `4 x 2.2 GHz + 4 x 1.8 GHz`: a value for each, labelled with how many cores have it. */
export function clocks(tree: Tree | undefined): Saying {
  const values = leavesOf(tree).flatMap(({ words }): Value[] => {
    const parts = words
      .split(/\s*[&+/,]\s*/)
      .map((part) => /^(?:(\d+)\s*[x×]\s*)?(\d+(?:\.\d+)?)\s*([GM]Hz)?$/i.exec(part))
    if (parts.some((part) => part === null)) return [{ words, raw: words }]
    const unit = /[GM]Hz/i.exec(words)?.[0] ?? 'GHz'
    return parts.map((part) => ({
      ...valueOrWords('cpu_clock', `${part?.[2] ?? ''} ${part?.[3] ?? unit}`),
      raw: words,
      ...(part?.[1] !== undefined && { label: `${part[1]} ×` }),
    }))
  })
  return ['cpu_clock', values]
}

/** `2+4` are six cores, `8/4` are eight or four. */
export function cores(tree: Tree | undefined): Saying {
  const values = leavesOf(tree).flatMap(({ words, label }) =>
    words.split('/').map((said): Value => {
      const numbers = said.split('+').map((part) => Number(part.trim()))
      const sum = numbers.reduce((one, other) => one + other, 0)
      const isCount = said.trim() !== '' && Number.isSafeInteger(sum) && sum > 0
      return { ...(isCount ? { number: sum } : { words }), raw: words, ...(label !== undefined && { label }) }
    }),
  )
  return ['cpu_cores', values]
}

/** `2G GSM`, `5G NR`: the generations; with which radio stays in what was said. */
export function network(tree: Tree | undefined): Saying {
  const said = leavesOf(tree).map(({ words }) => words)
  const value = readValue('generations', said.flatMap((words) => words.match(/\b[2-5]G\b/gi) ?? []).join(', '))
  const raw = said.join(', ')
  return ['generations', value ? [{ ...value, raw }] : raw === '' ? [] : [{ words: raw, raw }]]
}

export function card(tree: Tree | undefined): Saying[] {
  const most = leavesOf(isMap(tree) ? fieldOf(tree, 'size_max') : tree).flatMap(({ words }): Value[] => {
    const size = memorySizes(words).at(-1)
    return [size === undefined ? { words, raw: words } : { number: size, raw: words }]
  })
  return [['card_most', most.slice(0, 1)], plain('card_slot', isMap(tree) ? fieldOf(tree, 'slot') : undefined)]
}

export function bluetooth(tree: Tree | undefined): Saying {
  return plain('bluetooth', isMap(tree) ? fieldOf(tree, 'spec') : tree)
}

export function architecture(tree: Tree | undefined): Saying {
  const words = leavesOf(tree)
    .map(({ words, label }) => (label === undefined ? words : `${label} ${words}`))
    .join(', ')
  return ['architecture', words === '' ? [] : [{ words, raw: words }]]
}
