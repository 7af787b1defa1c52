import { blockReaders } from './html-blocks.ts'
import { embedLine } from './embed-line.ts'
import { inlineOf, isInline, paragraphsOf } from './html-inline.ts'
import { withKeyPoints } from './html-newsroom.ts'
import { type HtmlElement, type HtmlNode, isElement, parseHtml, silent, sourceOf, wordsOf } from './html-tree.ts'
import type { Block, Document, Node } from './node.ts'
import { readAlsoLine } from './read-also-line.ts'
import type { BlockReader, Reading, ReadHtmlOptions } from './reading.ts'
import { canonical } from './shared/canonical.ts'
import { deepest } from './shared/limits.ts'

export interface HtmlReading {
  document: Document
  /** What had a meaning that no block has, in words, each once. */
  notUnderstood: string[]
}

/** A table needs this many levels below its own. */
const levelsOfABlock = 3
/** More elements inside one another than a page builder makes: the words are read without further steps. */
const mostOpen = 200

/**
 * Reads any HTML into blocks. A white list by construction: an element that no reader knows gives its words, and
 * nothing of its markup gets through.
 *
 * Blocks without an element of their own are written with a class, see `html-newsroom.ts`: `<aside class="key-points">`,
 * `<p class="attribution">`, `<div class="raw">`. A `<figure>` with several pictures is a gallery; the address of a
 * film alone on a line is an embed; a line "Baca juga: [link]" points to an article.
 */
export function readHtml(markup: string, options: ReadHtmlOptions = {}): HtmlReading {
  const notes = new Set<string>()
  const walk: Walk = {
    options: { rewriteLink: (href) => href, rewriteImage: (src) => src, ...definedOf(options) },
    blocksOf: (nodes, level) => readBlocks(walk, nodes, level),
    sourceOf: (nodes) => sourceOf(markup, nodes),
    note: (words) => void notes.add(words),
    open: 0,
  }
  const content = withKeyPoints(readBlocks(walk, parseHtml(markup), 1))
  return { document: canonical({ type: 'doc', content }), notUnderstood: [...notes] }
}

interface Walk extends Reading {
  /** Elements around the one that is being read. */
  open: number
}

function readBlocks(walk: Walk, nodes: readonly HtmlNode[], level: number): Block[] {
  const blocks: Block[] = []
  let line: HtmlNode[] = []
  const closeLine = () => {
    blocks.push(...lineBlocks(walk, line, level))
    line = []
  }
  for (const node of nodes) {
    if (isInline(node) && !holdsBlock(node)) line.push(node)
    else {
      closeLine()
      if (isElement(node)) blocks.push(...elementBlocks(walk, node, level))
    }
  }
  closeLine()
  return blocks
}

/** A link or span around a picture or paragraphs is no part of a line. */
function holdsBlock(node: HtmlNode, depth = 16): boolean {
  return (
    depth > 0 &&
    isElement(node) &&
    node.children.some((child) => isElement(child) && (!isInline(child) || holdsBlock(child, depth - 1)))
  )
}

function lineBlocks({ options }: Reading, line: readonly HtmlNode[], level: number): Block[] {
  if (line.length === 0) return []
  return paragraphsOf(inlineOf(line, options)).map((content) => {
    const paragraph = { type: 'paragraph', content }
    return level === 1 ? (meaningOf(content, options) ?? paragraph) : paragraph
  })
}

/** A line that stands for something else than its words. */
function meaningOf(line: readonly Node[], { readAlso }: ReadHtmlOptions): Block | undefined {
  const article = readAlso && readAlsoLine(line, readAlso)
  if (article !== undefined) return { type: 'readAlso', attrs: { article } }
  const url = embedLine(line)
  return url === undefined ? undefined : { type: 'embed', attrs: { url } }
}

function elementBlocks(walk: Walk, element: HtmlElement, level: number): Block[] {
  const own = walk.options.block?.(element)
  if (own) return own
  if (silent.has(element.name)) {
    if (!quiet.has(element.name)) walk.note(`<${element.name}> was left out`)
    return []
  }
  if (level + levelsOfABlock > deepest || walk.open >= mostOpen)
    return lineBlocks(walk, textNode(wordsOf(element.children)), level)
  walk.open += 1
  const blocks = readerOf(element)(element, walk, level)
  walk.open -= 1
  return blocks
}

const within: BlockReader = (element, reading, level) => reading.blocksOf(element.children, level)

const readerOf = ({ name }: HtmlElement): BlockReader =>
  (Object.hasOwn(blockReaders, name) ? blockReaders[name] : undefined) ?? within

/** Left out without a word: they never had words for a reader. */
const quiet = new Set(['style', 'head', 'meta', 'link', 'title', 'base', 'template', 'param', 'noscript'])

const textNode = (words: string): HtmlNode[] => parseHtml(words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))

const definedOf = (options: ReadHtmlOptions) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
