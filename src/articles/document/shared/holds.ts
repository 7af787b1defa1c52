/** What a node may hold: text with marks, blocks of these types, plain text, or nothing. */
export type Holds = 'inline' | 'text' | 'nothing' | readonly string[]

/** What may stand by itself in a document; a paragraph is what a writer begins with. */
export const tops = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'image',
  'gallery',
  'table',
  'embed',
  'codeBlock',
  'horizontalRule',
  'readAlso',
  'attribution',
  'keyPoints',
  'rawHtml',
] as const

/** What may stand inside a list item or a quotation. */
export const inside = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'image',
  'horizontalRule',
  'table',
  'embed',
] as const

/** What may stand inside a cell. */
export const inCell = [
  'paragraph',
  'bulletList',
  'orderedList',
  'image',
  'heading',
  'codeBlock',
  'blockquote',
  'embed',
] as const

/** The one table from which the kinds of the program and the schema of the editor take what a block may hold. */
export const holds = {
  paragraph: 'inline',
  heading: 'inline',
  codeBlock: 'text',
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  keyPoints: ['listItem'],
  listItem: inside,
  blockquote: inside,
  table: ['tableRow'],
  tableRow: ['tableCell', 'tableHeader'],
  tableCell: inCell,
  tableHeader: inCell,
  gallery: ['image'],
  image: 'nothing',
  embed: 'nothing',
  horizontalRule: 'nothing',
  readAlso: 'nothing',
  attribution: 'nothing',
  rawHtml: 'nothing',
} as const satisfies Record<string, Holds>
