import { type Extensions, Node } from '@tiptap/core'
import { containers } from './blocks/containers.editor.ts'
import { embed } from './blocks/embed.editor.ts'
import { pictures } from './blocks/pictures.editor.ts'
import { rawHtml } from './blocks/raw-html.editor.ts'
import { references } from './blocks/references.editor.ts'
import { tables } from './blocks/tables.editor.ts'
import { textBlocks } from './blocks/text-blocks.editor.ts'
import { bounds } from './bounds.editor.ts'
import { inline } from './inline.editor.ts'
import { clipboard } from './paste/clipboard.editor.ts'
import type { Surroundings } from './surroundings.editor.ts'

const doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })

/**
 * Everything that makes an editor one of articles: the kinds and marks that the program keeps, what may stand where,
 * Markdown while typing, and clean paste. A kind that another slice brings is one more extension of the group "block".
 */
export const documentExtensions = (around: Surroundings): Extensions => [
  doc,
  ...inline,
  ...textBlocks,
  ...containers(around),
  ...tables,
  ...pictures(around),
  embed,
  ...references(around),
  rawHtml(around),
  bounds(around),
  clipboard(around),
]
