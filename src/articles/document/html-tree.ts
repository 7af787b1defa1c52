import { parseDocument } from 'htmlparser2'

type Tree = ReturnType<typeof parseDocument>
export type HtmlNode = Tree['children'][number]
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>

/** Parses forgivingly, as browsers do, but runs and loads nothing. */
export function parseHtml(markup: string): HtmlNode[] {
  return parseDocument(markup, { lowerCaseTags: true, lowerCaseAttributeNames: true }).children
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
  'object',
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

/** The first element of that name below the nodes, at most a few levels deep. */
export function findElement(nodes: readonly HtmlNode[], names: readonly string[], depth = 8): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (names.includes(node.name)) return node
    const within = depth > 0 ? findElement(node.children, names, depth - 1) : undefined
    if (within) return within
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
