import type { Id } from '#platform/database/tables.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import type { Block } from './node.ts'

export interface ReadHtmlOptions {
  /** Where a link leads from here; undefined drops the link and keeps its words. */
  rewriteLink?: ((href: string) => string | undefined) | undefined
  rewriteImage?: ((src: string) => string | undefined) | undefined
  /** The article that a "Baca juga" line's link means, if it is one of ours. */
  readAlso?: ((href: string) => Id | undefined | void) | undefined
  /** Reads an element itself; undefined leaves it to the usual way. */
  block?: ((element: HtmlElement) => Block[] | undefined) | undefined
}

/** What the readers of single elements need from the whole. */
export interface Reading {
  options: Required<{ [Name in 'rewriteLink' | 'rewriteImage']: (address: string) => string | undefined }> &
    Pick<ReadHtmlOptions, 'readAlso' | 'block'>
  /** Blocks of what stands inside an element. */
  blocksOf(nodes: readonly HtmlNode[], depth: number): Block[]
  note(words: string): void
}

/** Reads one element into blocks. */
export type BlockReader = (element: HtmlElement, reading: Reading, depth: number) => Block[]
