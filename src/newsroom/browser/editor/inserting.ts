import type { Editor, JSONContent } from '@tiptap/core'

/** Puts a block where the cursor is: in the place of an empty line, else behind the block that stands by itself there. */
export function insertBlock(editor: Editor, block: JSONContent): void {
  const { doc, selection } = editor.state
  const { $from, $to } = selection
  const isEmptyLine = $from.depth === 1 && $from.parent.isTextblock && $from.parent.content.size === 0
  const behind = $to.depth === 0 ? selection.to : $to.after(1)
  const content = behind >= doc.content.size ? [block, { type: 'paragraph' }] : [block]
  const chain = editor.chain().focus()
  if (isEmptyLine) chain.insertContent(content).run()
  else chain.insertContentAt(behind, content).run()
}

/** The block of these attributes instead of the chosen one. */
export function changeBlock(editor: Editor, type: string, attrs: Record<string, unknown>): void {
  editor.chain().focus().updateAttributes(type, attrs).run()
}
