import { simpleMarkOf } from './inline.ts'
import { type HtmlNode, isElement, isText, silent, wordsOf } from './html-tree.ts'
import type { Mark, Node } from './node.ts'
import { webAddress, withScheme } from './shared/web-address.ts'

/** Elements that stand inside a line of text. */
const inlineTags = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike
  strong sub sup time tt u var wbr br`.split(/\s+/),
)
/** Tags that mean the same as one of ours. */
const sameAs: Record<string, string> = {
  b: 'strong',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  strike: 's',
  del: 's',
  ins: 'u',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

export const isInline = (node: HtmlNode): boolean => !isElement(node) || inlineTags.has(node.name)

export interface InlineOptions {
  /** Where a link leads from here; undefined drops the link and keeps its words. */
  rewriteLink(href: string): string | undefined
}

const deepest = 32

/** A run of inline nodes as text with marks: white space is folded as a browser folds it. */
export function inlineOf(nodes: readonly HtmlNode[], options: InlineOptions): Node[] {
  return tidyLine(nodes.flatMap((node) => collect(node, [], options, 0)))
}

/** The line as a browser shows it: no white space that would not be seen, neighbours with the same marks as one. */
export const tidyLine = (nodes: readonly Node[]): Node[] => trimmed(folded(nodes))

function collect(node: HtmlNode, marks: readonly Mark[], options: InlineOptions, depth: number): Node[] {
  if (isText(node)) return [text(node.data, marks)]
  if (!isElement(node) || silent.has(node.name)) return []
  if (node.name === 'br') return [{ type: 'hardBreak' }]
  if (depth > deepest) return [text(wordsOf(node.children), marks)]
  const inner = withMark(marks, markOf(node.name, node.attribs, options))
  const within = node.children.flatMap((child) => collect(child, inner, options, depth + 1))
  return node.name === 'q' ? [text('“', marks), ...within, text('”', marks)] : within
}

function markOf(name: string, attribs: Record<string, string>, { rewriteLink }: InlineOptions): Mark | undefined {
  if (name === 'a') {
    const written = attribs['href'] === undefined ? undefined : webAddress(withScheme(attribs['href']))
    const href = written === undefined ? undefined : webAddress(rewriteLink(written) ?? '')
    return href === undefined ? undefined : { type: 'link', attrs: { href } }
  }
  const type = simpleMarkOf(Object.hasOwn(sameAs, name) ? (sameAs[name] ?? name) : name)
  return type === undefined ? undefined : { type }
}

const withMark = (marks: readonly Mark[], mark: Mark | undefined): readonly Mark[] =>
  mark === undefined || marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]

const text = (words: string, marks: readonly Mark[]): Node =>
  marks.length > 0 ? { type: 'text', text: words, marks: [...marks] } : { type: 'text', text: words }

/** One blank for any run of white space, also across nodes, and neighbours with the same marks joined. */
function folded(nodes: readonly Node[]): Node[] {
  const line: Node[] = []
  for (const node of nodes) {
    const last = line.at(-1)
    if (node.text === undefined) {
      trimEnd(line)
      line.push(node)
      continue
    }
    let words = node.text.replace(/[ \p{Cc}]+/gu, ' ')
    if (last === undefined || last.type === 'hardBreak' || last.text?.endsWith(' ')) words = words.replace(/^ /, '')
    if (words === '') continue
    if (last?.text !== undefined && sameMarks(last.marks, node.marks)) last.text += words
    else line.push({ ...node, text: words })
  }
  return line
}

const sameMarks = (one: readonly Mark[] | undefined, other: readonly Mark[] | undefined) =>
  JSON.stringify(one ?? []) === JSON.stringify(other ?? [])

/** Two line breaks in a row end a paragraph: so old editors wrote it. */
export function paragraphsOf(line: readonly Node[]): Node[][] {
  const paragraphs: Node[][] = [[]]
  for (const node of line) {
    const current = paragraphs.at(-1) ?? []
    if (node.type === 'hardBreak' && current.at(-1)?.type === 'hardBreak') {
      current.pop()
      paragraphs.push([])
    } else if (node.type !== 'hardBreak' || current.length > 0) current.push(node)
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

function trimmed(line: Node[]): Node[] {
  while (line[0]?.type === 'hardBreak') line.shift()
  trimEnd(line)
  while (line.at(-1)?.type === 'hardBreak') {
    line.pop()
    trimEnd(line)
  }
  return line
}

function trimEnd(line: Node[]): void {
  for (let last = line.at(-1); last?.text !== undefined; last = line.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') break
    line.pop()
  }
}
