import type { Node, Schema } from '@tiptap/pm/model'
import type { Document } from '../src/articles/document/shared/document.ts'

/** What an editor of articles can hold. */
export const schema: Schema
export function documentOf(doc: Node): Document
export function writable(document: Document): Document
