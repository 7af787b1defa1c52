import { readValue } from '../../specifications/read-value.ts'
import type { SpecificationName } from '../../specifications/registry.ts'
import type { Value } from '../../specifications/value.ts'
import { fieldOf, leavesOf, mapsWith, type Tree } from '../tree.ts'

/** What is written in brackets behind a camera, and which camera it means. */
const parts: [RegExp, string][] = [
  [/ultra[\s-]*wide/i, 'ultrawide'],
  [/tele|periscope|zoom/i, 'tele'],
  [/macro/i, 'macro'],
  [/depth/i, 'depth'],
  [/front|selfie/i, 'front'],
  [/main|wide|rear/i, 'main'],
]

/** What is said of each camera: `{info: '12 MP (wide)', flash: 'LED'}`. */
export function cameras(tree: Tree | undefined): [SpecificationName, Value[]][] {
  const maps = mapsWith(tree, ['info', 'flash'])
  const said = maps.length > 0 ? maps.flatMap(({ map }) => leavesOf(fieldOf(map, 'info'))) : leavesOf(tree)
  const flashes = maps.flatMap(({ map }) => leavesOf(fieldOf(map, 'flash')).map(({ words }) => words))
  return [
    ['camera', said.flatMap(({ words }) => camera(words))],
    ['flash', [...new Set(flashes)].map((words) => ({ words, raw: words }))],
  ]
}

function camera(words: string): Value[] {
  const [, note] = /\(([^)]*)/.exec(words) ?? []
  const [, label] = parts.find(([pattern]) => note !== undefined && pattern.test(note)) ?? []
  const alternatives = words.replace(/\(.*/, '').split(/\s*\/\s*|\s+or\s+/)
  return alternatives.map((said) => ({
    ...(readValue('camera', said) ?? { words }),
    raw: words,
    ...(label !== undefined && !/depth sensor/i.test(note ?? '') && { label }),
  }))
}
