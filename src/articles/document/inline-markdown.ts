import { tidyLine } from './html-inline.ts'
import { hrefOf, plainText } from './inline.ts'
import { joined, type Run } from './markdown-runs.ts'
import { codeSpan, destination, escaped, escapedStarts, hardBreak } from './markdown-text.ts'
import type { Mark, Node } from './node.ts'

/** Text with marks as Markdown; what it has no sign for is an element, which Markdown may hold. */
export function inlineMarkdown(nodes: readonly Node[] | undefined, origin: string): string {
  return escapedStarts(written(tidyLine((nodes ?? []).map(withoutPlace)), [], origin))
}

/** A place on the page is nowhere in another text. */
function withoutPlace(node: Node): Node {
  if (!hrefOf(node)?.startsWith('#')) return node
  const { marks = [], ...rest } = node
  const others = marks.filter(({ type }) => type !== 'link')
  return others.length > 0 ? { ...rest, marks: others } : rest
}

/** @param done types of marks that are set around the nodes already */
const written = (nodes: readonly Node[], done: readonly string[], origin: string): string =>
  joined(groupsOf(nodes, done).map((group) => runOf(group, done, origin)))

interface Group {
  nodes: readonly Node[]
  /** What is set around all of them. */
  mark: Mark | undefined
}

/** Neighbours below the mark that reaches furthest. */
function groupsOf(nodes: readonly Node[], done: readonly string[]): Group[] {
  const groups: Group[] = []
  for (let from = 0; from < nodes.length;) {
    const [mark, end] = outermost(nodes, from, done)
    groups.push({ mark, nodes: nodes.slice(from, end) })
    from = end
  }
  return groups
}

/** A link is around all other marks, and code inside of them. */
const rank = ({ type }: Mark): number => (type === 'link' ? 2 : type === 'code' ? 0 : 1)

function outermost(nodes: readonly Node[], from: number, done: readonly string[]): [Mark | undefined, number] {
  const reaching = openMarks(nodes[from], done).map((mark): [Mark, number] => [mark, endOf(nodes, from, mark, done)])
  const [furthest] = reaching.toSorted(([one, end], [other, otherEnd]) => rank(other) - rank(one) || otherEnd - end)
  return furthest ?? [undefined, from + 1]
}

const openMarks = (node: Node | undefined, done: readonly string[]): Mark[] =>
  (node?.marks ?? []).filter(({ type }) => !done.includes(type))

function endOf(nodes: readonly Node[], from: number, mark: Mark, done: readonly string[]): number {
  const goesOn = (node: Node | undefined) => {
    const open = openMarks(node, done)
    return open.some((other) => isSame(mark, other)) && (mark.type !== 'code' || open.length === 1)
  }
  let end = from + 1
  while (goesOn(nodes[end])) end += 1
  return end
}

const isSame = (one: Mark, other: Mark) => one.type === other.type && one.attrs?.['href'] === other.attrs?.['href']

function runOf({ mark, nodes }: Group, done: readonly string[], origin: string): Run {
  const [first] = nodes
  if (first === undefined || first.type === 'hardBreak') return { text: hardBreak }
  if (mark === undefined) return { text: escaped(first.text ?? '') }
  if (mark.type === 'code') return codeRun(plainText(nodes))
  const text = written(nodes, [...done, mark.type], origin)
  const href = mark.type === 'link' ? hrefOf(first) : undefined
  return href === undefined ? { text, mark: mark.type } : { text: `[${text}](${destination(href, origin)})` }
}

/** With "]:" in it, a line's first link would be read as the definition of one. */
const codeRun = (code: string): Run =>
  code.includes(']:') ? { text: escaped(code), mark: 'code' } : { text: codeSpan(code) }
