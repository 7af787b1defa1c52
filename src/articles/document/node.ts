import type { Id } from '#platform/database/tables.ts'
import type { Html } from '#platform/html.ts'
import type { Say } from '#platform/i18n.ts'
import type { Part } from '#platform/page-store/page.ts'
import type { z } from 'zod'
import { stacked } from './markdown-layout.ts'
import type { Node } from './shared/document.ts'
import type { Holds } from './shared/holds.ts'

export type { Block, Document, Mark, Node } from './shared/document.ts'

/** What a document points to, loaded. */
export interface References {
  articles: ReadonlyMap<Id, { title: string; path: string }>
  organisations: ReadonlyMap<Id, { name: string; slug: string; url?: string }>
}

/** What a view needs to know besides the node. */
export interface ViewContext {
  say: Say
  references: References
  /** What stands before a path of this site in a feed, and tells this site's pictures from others. */
  origin: string
}

/** The same, during one walk over a document. */
export interface NodeContext extends ViewContext {
  /** Whether it opens the document: readers see it first. */
  isLead: boolean
  /** The block that holds it; none at the top. */
  holder?: Node
  /** The level at which a heading stands, by the level that it was written as. */
  level(written: number): number
  /** An id for a heading with these words that nothing else on the page has; none when they hold no letter or digit. */
  anchor(words: string): string | undefined
}

/** A kind of block: its schema, what it points to and how it looks on the web, in a feed, as text and as Markdown. */
export interface BlockKind {
  type: string
  attrs: z.ZodType<Record<string, unknown>>
  holds: Holds
  /** What it holds stands as if in the block around it. */
  isTransparent?: boolean
  /** @param inner the node's content, viewed: each node in it, or its text as one */
  web(node: Viewed, inner: readonly Html[], context: NodeContext): Html
  /** In a feed; like `web` unless something there would not work elsewhere. */
  feed(node: Viewed, inner: readonly Html[], context: NodeContext): Html
  text(node: Viewed, inner: string, context: ViewContext): string
  /** @param inner a string for each thing that the node holds; one for its text */
  markdown(node: Viewed, inner: readonly string[], context: ViewContext): string
  /** A block whose looks change by themselves is a fragment of its own. */
  live?(node: Viewed, context: ViewContext): Part
  references(node: Viewed): { articles?: Id[]; organisations?: Id[] }
}

/** A node whose attributes were proven by its kind. */
export type Viewed<Attrs = Record<string, unknown>> = Omit<Node, 'attrs'> & { attrs: Attrs }

interface Definition<Attrs extends Record<string, unknown>> {
  type: string
  attrs: z.ZodType<Attrs>
  holds: Holds
  isTransparent?: boolean
  web(node: Viewed<Attrs>, inner: readonly Html[], context: NodeContext): Html
  feed?(node: Viewed<Attrs>, inner: readonly Html[], context: NodeContext): Html
  text?(node: Viewed<Attrs>, inner: string, context: ViewContext): string
  markdown?(node: Viewed<Attrs>, inner: readonly string[], context: ViewContext): string
  live?(node: Viewed<Attrs>, context: ViewContext): Part
  references?(node: Viewed<Attrs>): { articles?: Id[]; organisations?: Id[] }
}

/** Declares a kind of block; its functions get attributes of the type that its schema proves. */
export function blockKind<Attrs extends Record<string, unknown>>(definition: Definition<Attrs>): BlockKind {
  const whole = {
    feed: definition.web,
    text: (_node: Viewed<Attrs>, inner: string) => inner,
    markdown: (_node: Viewed<Attrs>, inner: readonly string[]) => stacked(inner),
    references: () => ({}),
    ...definition,
  }
  return whole as unknown as BlockKind // oxlint-disable-line typescript/no-unsafe-type-assertion -- the table of kinds forgets each one's attributes; parseDocument proves them before any function sees a node
}
