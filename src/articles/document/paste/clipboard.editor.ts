import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Surroundings } from '../surroundings.editor.ts'
import { pasteAddress } from './address.editor.ts'
import { cleanHtml } from './clean.editor.ts'
import { pasteMarkdown, waitingMarkdown } from './markdown.editor.ts'
import { looksLikeMarkdown, textSlice } from './text.editor.ts'

/** What is pasted becomes clean blocks, whichever program it comes from. */
export const clipboard = ({ readMarkdown, onPicturesLeftOut }: Surroundings) =>
  Extension.create({
    name: 'clipboard',
    // Before the extensions of single blocks.
    priority: 1000,
    addProseMirrorPlugins() {
      // "Paste as plain text" wants no blocks made of its signs.
      let wantsPlain = false
      const paste = new Plugin({
        props: {
          transformPastedHTML(html) {
            wantsPlain = false
            if (html.includes('data-pm-slice')) return html
            const { html: clean, picturesLeftOut } = cleanHtml(html)
            if (picturesLeftOut.length > 0) onPicturesLeftOut?.(picturesLeftOut)
            return clean
          },
          clipboardTextParser(text, _context, isPlain, view) {
            wantsPlain = isPlain
            return textSlice(text, view.state.schema)
          },
          handlePaste(view, { clipboardData }) {
            const text = clipboardData?.getData('text/plain') ?? ''
            const isText = !clipboardData?.getData('text/html') || isFromCodeEditor(clipboardData)
            if (!isText || wantsPlain || view.state.selection.$from.parent.type.spec.code) return false
            if (pasteAddress(view, text)) return true
            if (!readMarkdown || !looksLikeMarkdown(text)) return false
            void pasteMarkdown(view, text, readMarkdown)
            return true
          },
        },
      })
      return [waitingMarkdown(), paste]
    },
  })

/** An editor of code brings the colours of its signs along; of Markdown only the signs matter. */
function isFromCodeEditor(data: DataTransfer): boolean {
  return /"mode":"(markdown|plaintext)"/.test(data.getData('vscode-editor-data'))
}
