import { parseDocument } from 'htmlparser2'
import { isTooDeep } from './html-depth.ts'

type Tree = ReturnType<typeof parseDocument>
export type HtmlNode = Tree['children'][number]
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>

/** Parses forgivingly, as browsers do, but runs and loads nothing. What is nested too deep to be anybody's is its text. */
export function parseHtml(markup: string): HtmlNode[] {
  const form = { lowerCaseTags: true, lowerCaseAttributeNames: true, withStartIndices: true, withEndIndices: true }
  const read = isTooDeep(markup) ? markup.replaceAll('<', '&lt;') : markup
  return parseDocument(read, form).children
}

/** The stretch of the markup that these neighbours were parsed from. */
export function sourceOf(markup: string, nodes: readonly HtmlNode[]): string {
  const from = nodes[0]?.startIndex
  const to = nodes.at(-1)?.endIndex
  return typeof from === 'number' && typeof to === 'number' ? markup.slice(from, to + 1) : ''
}

type HtmlText = Extract<HtmlNode, { data: string }>

export const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node
export const isText = (node: HtmlNode): node is HtmlText => String(node.type) === 'text'

/** The words below a node. Written without recursion: a hostile tree may be tens of thousands of levels deep. */
export function wordsOf(nodes: readonly HtmlNode[]): string {
  const words: string[] = []
  const rest = [...nodes].toReversed()
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (isText(node)) words.push(node.data)
    else if (isElement(node) && silent.has(node.name)) continue
    else if (isElement(node) && node.name === 'br') words.push('\n')
    else if ('children' in node) for (const child of [...node.children].toReversed()) rest.push(child)
  }
  return words.join('')
}

/** Elements whose text is no text for a reader. */
export const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'textarea',
  'select',
  'option',
  'button',
  'input',
  'svg',
  'math',
  'applet',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'noembed',
  'noframes',
  'xmp',
  'plaintext',
  'param',
  'canvas',
  'dialog',
])

/** The words as one line. */
export const lineOf = (nodes: readonly HtmlNode[]): string => wordsOf(nodes).replace(/\s+/g, ' ').trim()

export const hasClass = (element: HtmlElement, name: string): boolean =>
  (element.attribs['class'] ?? '').split(/\s+/).includes(name)

/** The first element of that name below the nodes, at most a few levels deep. */
export const findElement = (nodes: readonly HtmlNode[], names: readonly string[]): HtmlElement | undefined =>
  findFirst(nodes, ({ name }) => names.includes(name))

/** The first element with that class, at most a few levels deep. */
export const findClass = (nodes: readonly HtmlNode[], name: string): HtmlElement | undefined =>
  findFirst(nodes, (element) => hasClass(element, name))

function findFirst(
  nodes: readonly HtmlNode[],
  isWanted: (element: HtmlElement) => boolean,
  depth = 8,
): HtmlElement | undefined {
  for (const node of nodes.filter(isElement)) {
    const found = isWanted(node) ? node : depth > 0 ? findFirst(node.children, isWanted, depth - 1) : undefined
    if (found) return found
  }
  return undefined
}

/** Every element of that name below the nodes, not deeper than a person would nest. */
export function findElements(nodes: readonly HtmlNode[], name: string, depth = 12): HtmlElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return []
    const within = depth > 0 ? findElements(node.children, name, depth - 1) : []
    return node.name === name ? [node, ...within] : within
  })
}
