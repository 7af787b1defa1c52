export { documentExtensions } from './document/extensions.editor.ts'
export { canonical as documentOf, writable } from './document/shared/canonical.ts'
export type { Document } from './document/shared/document.ts'
export type { Surroundings } from './document/surroundings.editor.ts'
