/** A value of a YAML or JSON file with every number, date and truth as the text that stands there. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree }

/** Deeper than this nothing about a device is; what is, is left out. */
const deepest = 12

/** What every database can keep: no NUL and no half of a character. */
export const keepable = (words: string): string => words.replaceAll('\0', '').toWellFormed()

/** Whatever a parser gave, as a tree. */
export function treeOf(value: unknown, depth = 0): Tree {
  if (value === null || value === undefined || depth > deepest) return ''
  if (Array.isArray(value)) return value.map((item) => treeOf(item, depth + 1))
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [keepable(key), treeOf(item, depth + 1)]))
  const isText =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
  return isText ? keepable(String(value)).trim() : ''
}

export const isMap = (tree: Tree | undefined): tree is { readonly [key: string]: Tree } =>
  typeof tree === 'object' && !Array.isArray(tree)

/** One of several values, with what it is of when the file says so. */
export interface Leaf {
  words: string
  /** The key beside it: a model, a market, a display. */
  label?: string | undefined
}

/** Every text of a tree, in its order; one that says that there is nothing is none. */
export function leavesOf(tree: Tree | undefined, label?: string): Leaf[] {
  if (tree === undefined) return []
  if (typeof tree === 'string') return isNothing(tree) ? [] : [{ words: tree, label }]
  if (isMap(tree)) return Object.entries(tree).flatMap(([key, item]) => leavesOf(item, key))
  return tree.flatMap((item) => leavesOf(item, label))
}

/** How files say that there is nothing. */
export const isNothing = (words: string): boolean => /^(?:none|null|n\/a|unknown|~|-|\?)?$/i.test(words.trim())

/** The maps that hold one of these fields, however deep below labels and lists, each with the label nearest to it. */
export function mapsWith(tree: Tree | undefined, fields: readonly string[], label?: string): LabelledMap[] {
  if (tree === undefined || typeof tree === 'string') return []
  if (!isMap(tree)) return tree.flatMap((item) => mapsWith(item, fields, label))
  if (fields.some((field) => Object.hasOwn(tree, field))) return [{ map: tree, label }]
  return Object.entries(tree).flatMap(([key, item]) => mapsWith(item, fields, key))
}

export interface LabelledMap {
  map: { readonly [key: string]: Tree }
  label?: string | undefined
}

/** A field of a map, unless it is not its own. */
export const fieldOf = (map: { readonly [key: string]: Tree }, field: string): Tree | undefined =>
  Object.hasOwn(map, field) ? map[field] : undefined
