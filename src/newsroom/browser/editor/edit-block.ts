import { isNodeSelection } from '@tiptap/core'
import { askAttribution, askReadAlso } from './ask-reference.ts'
import { askEmbed } from './ask-embed.ts'
import { askPicture } from './ask-picture.ts'
import { askPictures } from './ask-pictures.ts'
import type { Sheet } from './sheet.ts'

type Attributes = Readonly<Record<string, unknown>>

const editors: Readonly<Record<string, (sheet: Sheet, now: Attributes) => void>> = {
  image: askPicture,
  gallery: (sheet) => askPictures(sheet, 'more'),
  embed: askEmbed,
  attribution: askAttribution,
  readAlso: askReadAlso,
}

/** Changes what the chosen block says. @returns whether it is one of whose kind that can be asked */
export function editBlock(sheet: Sheet): boolean {
  const { selection } = sheet.editor.state
  if (!isNodeSelection(selection)) return false
  const edit = editors[selection.node.type.name]
  edit?.(sheet, selection.node.attrs)
  return edit !== undefined
}
