import type { Node } from '@tiptap/pm/model'

/** A stretch of the text. */
export interface Stretch {
  from: number
  to: number
}

/** What stands for something that is no letter. */
const noLetter = '\uFFFC'

/** Everywhere that those words stand, also where marks change inside them. Words of two lines are none. */
export function stretchesOf(doc: Node, words: string, isCaseToo: boolean): Stretch[] {
  if (words === '') return []
  const find = new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), isCaseToo ? 'gu' : 'giu')
  const found: Stretch[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, noLetter)
    for (const match of text.matchAll(find)) {
      const from = at + 1 + match.index
      found.push({ from, to: from + match[0].length })
    }
    return false
  })
  return found
}
