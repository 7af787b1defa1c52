import { blockReaders } from './html-blocks.ts'
import { inlineOf, isInline } from './html-inline.ts'
import { type HtmlElement, type HtmlNode, isElement, parseHtml, silent, wordsOf } from './html-tree.ts'
import { readAlsoLine } from './read-also-line.ts'
import type { Block, Document } from './node.ts'
import type { BlockReader, Reading, ReadHtmlOptions } from './reading.ts'

export interface HtmlReading {
  document: Document
  /** What had a meaning that no block has, in words, each once. */
  notUnderstood: string[]
}

const deepest = 12

/**
 * Reads any HTML into blocks. A white list by construction: an element that no reader knows gives its words, and
 * nothing of its markup gets through.
 */
export function readHtml(markup: string, options: ReadHtmlOptions = {}): HtmlReading {
  const notes = new Set<string>()
  const reading: Reading = {
    options: { rewriteLink: (href) => href, rewriteImage: (src) => src, ...definedOf(options) },
    blocksOf: (nodes, depth) => readBlocks(reading, nodes, depth),
    note: (words) => void notes.add(words),
  }
  const content = readBlocks(reading, parseHtml(markup), 0)
  return { document: { type: 'doc', content }, notUnderstood: [...notes] }
}

function readBlocks(reading: Reading, nodes: readonly HtmlNode[], depth: number): Block[] {
  const blocks: Block[] = []
  let line: HtmlNode[] = []
  const closeLine = () => {
    blocks.push(...lineBlocks(reading, line))
    line = []
  }
  for (const node of nodes) {
    if (isInline(node) && !holdsBlock(node)) line.push(node)
    else {
      closeLine()
      if (isElement(node)) blocks.push(...elementBlocks(reading, node, depth))
    }
  }
  closeLine()
  return blocks
}

/** A link or span around a picture or paragraphs is no part of a line. */
function holdsBlock(node: HtmlNode): boolean {
  return (
    isElement(node) &&
    node.children.some((child) => isElement(child) && (!isInline(child) || holdsBlockBelow(child, 4)))
  )
}
function holdsBlockBelow(element: HtmlElement, depth: number): boolean {
  return (
    depth > 0 &&
    element.children.some((child) => isElement(child) && (!isInline(child) || holdsBlockBelow(child, depth - 1)))
  )
}

function lineBlocks({ options }: Reading, line: readonly HtmlNode[]): Block[] {
  if (line.length === 0) return []
  const content = inlineOf(line, options)
  if (content.length === 0) return []
  const target = options.readAlso && readAlsoLine(content, options.readAlso)
  return target === undefined ? [{ type: 'paragraph', content }] : [{ type: 'readAlso', attrs: { article: target } }]
}

function elementBlocks(reading: Reading, element: HtmlElement, depth: number): Block[] {
  const own = reading.options.block?.(element)
  if (own) return own
  if (silent.has(element.name)) {
    if (!quiet.has(element.name)) reading.note(`<${element.name}> was left out`)
    return []
  }
  if (depth > deepest) return lineBlocks(reading, textNode(wordsOf(element.children)))
  const read: BlockReader | undefined = Object.hasOwn(blockReaders, element.name)
    ? blockReaders[element.name]
    : undefined
  return read ? read(element, reading, depth + 1) : readBlocks(reading, element.children, depth + 1)
}

/** Left out without a word: they never had words for a reader. */
const quiet = new Set(['style', 'head', 'meta', 'link', 'title', 'base', 'template', 'param', 'noscript'])

const textNode = (words: string): HtmlNode[] => parseHtml(words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))

const definedOf = (options: ReadHtmlOptions) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
