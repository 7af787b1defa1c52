import { type MappedRow, mappedRows } from './mapped-rows.ts'
import { type Mapping, mappingOfNames } from './mapping.ts'
import type { ReadRecords } from './record.ts'
import { fieldOf, isMap, leavesOf, type Tree, treeOf } from './tree.ts'

/**
 * Reads JSON: a list of devices, one below `devices`, or a device a line. What stands below `specifications` counts as if it
 * stood beside it; a list holds several values. Without a mapping a key is the field or specification that it names.
 */
export function readJson(text: string, mapping?: Mapping): ReadRecords {
  const held = whole(text) ?? lines(text)
  if (typeof held === 'string')
    return {
      records: [],
      problems: [{ where: held, what: 'it is no JSON', todo: 'mend the file, or write a device a line' }],
    }
  const rows = held.map((tree, index) => rowOf(tree, `device ${index + 1}`))
  return mappedRows(rows, mapping ?? mappingOfNames(new Set(rows.flatMap(({ cells }) => [...cells.keys()]))))
}

function whole(text: string): readonly Tree[] | undefined {
  const tree = parsed(text)
  const devices = isMap(tree) ? (fieldOf(tree, 'devices') ?? [tree]) : tree
  return Array.isArray(devices) ? devices : undefined
}

/** @returns the line that is none */
function lines(text: string): readonly Tree[] | string {
  const trees: Tree[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const tree = parsed(line)
    if (tree === undefined) return `line ${index + 1}`
    trees.push(tree)
  }
  return trees
}

function parsed(text: string): Tree | undefined {
  try {
    return treeOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

function rowOf(tree: Tree, where: string): MappedRow {
  const fields = isMap(tree) ? tree : {}
  const inner = fieldOf(fields, 'specifications')
  const all = [...Object.entries(fields), ...(isMap(inner) ? Object.entries(inner) : [])]
  return {
    where,
    cells: new Map(all.map(([name, value]) => [name, leavesOf(value).map(({ words }) => words)])),
    raw: JSON.stringify(tree),
  }
}
