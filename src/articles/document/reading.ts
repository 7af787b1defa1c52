import type { Id } from '#platform/database/tables.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import type { Block } from './node.ts'

export interface ReadHtmlOptions {
  /** Where a link leads from here; undefined drops the link and keeps its words. */
  rewriteLink?: ((href: string) => string | undefined) | undefined
  rewriteImage?: ((src: string) => string | undefined) | undefined
  /** A picture that the site keeps, by its address as it is written; undefined leaves it to the usual way. */
  pictureFile?: ((src: string) => PictureFile | undefined) | undefined
  /** The article that a "Baca juga" line's link means, if it is one of ours. */
  readAlso?: ((href: string) => Id | undefined | void) | undefined
  /** The organisation that an attribution names; without an answer its line stays a line. */
  organisation?: ((said: Said) => Id | undefined) | undefined
  /** Reads an element itself; undefined leaves it to the usual way. */
  block?: ((element: HtmlElement) => Block[] | undefined) | undefined
}

/** Where a kept picture lies, its size in pixels and its dominant colour. */
export interface PictureFile {
  src: string
  width: number
  height: number
  colour: string
}

/** Who says it, as an attribution in the text names them. */
export interface Said {
  role: 'source' | 'via'
  name: string
  url?: string
}

/** What the readers of single elements need from the whole. */
export interface Reading {
  options: Required<{ [Name in 'rewriteLink' | 'rewriteImage']: (address: string) => string | undefined }> &
    Pick<ReadHtmlOptions, 'pictureFile' | 'readAlso' | 'organisation' | 'block'>
  /** Blocks of what stands inside an element. @param level at which they will stand in the document; 1 is the top */
  blocksOf(nodes: readonly HtmlNode[], level: number): Block[]
  /** The markup as it was written. */
  sourceOf(nodes: readonly HtmlNode[]): string
  note(words: string): void
}

/** Reads one element into blocks that will stand at that level of the document. */
export type BlockReader = (element: HtmlElement, reading: Reading, level: number) => Block[]
