export { viewComparison } from './changes.ts'
export { frameHosts } from './shared/embed-providers.ts'
export type { Block, Document, Node, References } from './node.ts'
export { parseDocument } from './parse.ts'
export type { HtmlElement } from './html-tree.ts'
export { galleryOf } from './html-pictures.ts'
export { leadPictureOf, openingOf, type Picture, wordsIn } from './beginning.ts'
export type { Said } from './reading.ts'
export { readHtml } from './read-html.ts'
export { readMarkdown } from './read-markdown.ts'
export { sanitise } from './sanitise.ts'
export { markdownOf } from './view-markdown.ts'
export {
  embedsOf,
  everyNode,
  feedHtml,
  picturesOf,
  referencesOf,
  saidOfPicture,
  type Segment,
  textOf,
  viewDocument,
} from './view.ts'
