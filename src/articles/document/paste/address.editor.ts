import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { providerOf } from '../shared/embed-providers.ts'
import { isPageAddress, webAddress } from '../shared/web-address.ts'
import { withoutTracking } from './tracking.editor.ts'

/** A pasted address: on words a link, alone on a line what it shows, elsewhere words that lead there. */
export function pasteAddress(view: EditorView, text: string): boolean {
  const written = text.trim()
  const href = /\s/.test(written) ? undefined : webAddress(withoutTracking(written))
  if (href === undefined || !isPageAddress(href)) return false
  const { state } = view
  const { selection, schema, tr } = state
  const link = schema.mark('link', { href })
  const { $from, $to } = selection
  if (!$from.parent.inlineContent || !$from.parent.type.allowsMarkType(link.type)) return false
  if (!selection.empty && $from.sameParent($to)) tr.addMark(selection.from, selection.to, link)
  else if ($from.parent.content.size === 0 && selection.empty && providerOf(href) && mayEmbed(view))
    embedded(tr, $from, schema.node('embed', { url: href }))
  else tr.replaceSelectionWith(schema.text(href, [link, ...$from.marks()]), false)
  view.dispatch(tr.scrollIntoView().setMeta('paste', true))
  return true
}

/** In the line's place, with the next line below it to write on. */
function embedded(tr: Transaction, line: ResolvedPos, embed: Node): void {
  const isLast = line.indexAfter(-1) === line.node(-1).childCount
  tr.replaceWith(line.before(), line.after(), isLast ? [embed, line.parent.type.create()] : [embed])
  tr.setSelection(TextSelection.near(tr.doc.resolve(line.before() + embed.nodeSize + 1)))
}

function mayEmbed({ state: { selection, schema } }: EditorView): boolean {
  const { $from } = selection
  const embed = schema.nodes['embed']
  const index = $from.index(-1)
  return embed !== undefined && $from.depth > 0 && $from.node(-1).canReplaceWith(index, index + 1, embed)
}
