export { frameHosts } from './embed-providers.ts'
export { blockKinds, type BlockKinds } from './kinds.ts'
export {
  type Block,
  blockKind,
  type BlockKind,
  type Document,
  type Node,
  type References,
  type ViewContext,
} from './node.ts'
export { parseDocument } from './parse.ts'
export type { HtmlElement } from './html-tree.ts'
export { galleryOf } from './html-blocks.ts'
export { type HtmlReading, readHtml } from './read-html.ts'
export type { ReadHtmlOptions } from './reading.ts'
export { readMarkdown } from './read-markdown.ts'
export { sanitise } from './sanitise.ts'
export { embedsOf, feedHtml, referencesOf, type Segment, textOf, viewDocument } from './view.ts'
export { webAddress } from './web-address.ts'
