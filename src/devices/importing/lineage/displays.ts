import { readValue } from '../../specifications/read-value.ts'
import type { SpecificationName } from '../../specifications/registry.ts'
import type { Value } from '../../specifications/value.ts'
import { fieldOf, leavesOf, mapsWith, type Tree } from '../tree.ts'

const fields: Readonly<Record<string, SpecificationName>> = {
  size: 'display_size',
  resolution: 'display_resolution',
  technology: 'display_technology',
  refresh_rate: 'refresh_rate',
  density: 'display_density',
}

const parts: Readonly<Record<string, string>> = { inner: 'inner', main: 'inner', cover: 'outer', outer: 'outer' }

/** What is said of the display or displays: `{size, resolution, technology}`, one for each label, or free text. */
export function displays(tree: Tree | undefined): [SpecificationName, Value[]][] {
  const maps = mapsWith(tree, Object.keys(fields))
  if (maps.length === 0)
    return [['display_size', leavesOf(tree).flatMap(({ words, label }) => displaySizes(words, partOf(label)))]]
  return Object.entries(fields).map(([field, name]) => [
    name,
    maps.flatMap(({ map, label }) =>
      leavesOf(fieldOf(map, field)).flatMap(({ words }) =>
        name === 'display_size' ? displaySizes(words, partOf(label)) : [valueOrWords(name, words, partOf(label))],
      ),
    ),
  ])
}

const partOf = (label: string | undefined) => (label === undefined ? undefined : (parts[label.toLowerCase()] ?? label))

/** A size in inches before one in another unit; several with a slash between them. */
function displaySizes(words: string, label: string | undefined): Value[] {
  const inches = [...words.matchAll(/(\d+(?:[.,]\d+)?)\s*(?:["”]|in\b|inch|inci|-inch)/gi)].map(([, size = '']) => size)
  const said = inches.length > 0 ? inches : words.split(/\s*\/\s*|\s+or\s+/)
  return said.map((size) => ({ ...valueOrWords('display_size', size, label), raw: words }))
}

/** What its specification cannot hold stays words. */
export function valueOrWords(name: SpecificationName, words: string, label?: string): Value {
  const read = readValue(name, words) ?? { words, raw: words }
  return label === undefined ? read : { ...read, label }
}
