import { changesIn, editsOf } from './sequences.ts'

/** A node of a document as far as it matters here: it is compared, never looked into but for its words. */
export interface Node {
  type: string
  attrs?: Record<string, unknown>
  content?: Node[]
  text?: string
}

/** Everything that is filled in on the page of an article. */
export interface Filled {
  /** By name; a name that stands there several times has several. */
  fields: Readonly<Record<string, readonly string[]>>
  document: { type: 'doc'; content: Node[] }
}

/** Which saved state that was: whoever saves says so. */
export interface Token {
  version: number
  revision: number
}

export interface Known extends Token {
  filled: Filled
}

const texts = new WeakMap<Node, string>()

/** Written out once: a block that was read again without a change is the same object. */
function blockText(block: Node): string {
  const text = texts.get(block) ?? JSON.stringify(block)
  texts.set(block, text)
  return text
}

/** As JSON. */
export const documentText = ({ document }: Filled): string =>
  `{"type":"doc","content":[${document.content.map(blockText).join(',')}]}`

/** As JSON. */
export const textOf = (filled: Filled): string =>
  `{"fields":${JSON.stringify(filled.fields)},"document":${documentText(filled)}}`

/** The same for equal blocks, in whatever order their attributes were written. */
export const keyOf = (node: unknown): string => JSON.stringify(node, inOrder)

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** A field says the same whatever blanks and line ends stand around its words. */
export const fieldKey = (values: readonly string[] = []): string =>
  JSON.stringify(values.map((value) => value.replace(/\s+/g, ' ').trim()).filter((value) => value !== ''))

export const fieldNames = (...all: readonly Filled[]): string[] => [
  ...new Set(all.flatMap(({ fields }) => Object.keys(fields))),
]

const isSameDocument = (one: Filled, other: Filled): boolean =>
  one.document.content.length === other.document.content.length &&
  one.document.content.every((block, index) => isSameBlock(block, other.document.content[index]))

/** Spelling is compared first: a long text is looked at while somebody types. */
const isSameBlock = (one: Node, other: Node | undefined): boolean =>
  other !== undefined && (one === other || blockText(one) === blockText(other) || keyOf(one) === keyOf(other))

export const isSame = (one: Filled, other: Filled): boolean =>
  fieldNames(one, other).every((name) => fieldKey(one.fields[name]) === fieldKey(other.fields[name])) &&
  isSameDocument(one, other)

/** How far one is from the other, to be said in words. */
export interface Difference {
  blocks: number
  fields: number
  /** More than the other has; fewer, where it is below zero. */
  words: number
}

export const differenceOf = (one: Filled, other: Filled): Difference => ({
  blocks: changesIn(editsOf(other.document.content, one.document.content, keyOf)),
  fields: fieldNames(one, other).filter((name) => fieldKey(one.fields[name]) !== fieldKey(other.fields[name])).length,
  words: wordsIn(one.document.content) - wordsIn(other.document.content),
})

function wordsIn(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + (node.content ? wordsIn(node.content) : 0), linesIn(nodes))
}

/** Text stands in pieces wherever a mark begins or ends, also inside a word. */
const linesIn = (nodes: readonly Node[]): number =>
  nodes
    .map(({ text = '' }) => text)
    .join('')
    .split(/\s+/)
    .filter((word) => word !== '').length
