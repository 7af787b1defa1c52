/**
 * One node of a document, in the shape of ProseMirror's JSON: what the editor's `getJSON()` gives is the document
 * as it is kept.
 */
export interface Node {
  type: string
  attrs?: Record<string, unknown>
  content?: Node[]
  text?: string
  marks?: Mark[]
}

export interface Mark {
  type: string
  attrs?: Record<string, unknown>
}

export interface Block extends Node {
  text?: never
}

export interface Document {
  type: 'doc'
  content: Block[]
}
