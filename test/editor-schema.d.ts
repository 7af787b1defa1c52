import type { Schema } from '@tiptap/pm/model'
import type { Document, Node } from '../src/articles/document/shared/document.ts'

/** What an editor of articles can hold. */
export const schema: Schema
export function documentOf(document: { type: string; content?: Node[] }): Document
export function writable(document: Document): Document
