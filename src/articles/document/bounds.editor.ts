import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { deepest, mostNodes } from './shared/limits.ts'
import type { Surroundings } from './surroundings.editor.ts'

/** Nothing is written that could not be kept: a list inside a list inside a list ends where the program's bound is. */
export const bounds = ({ onTooMuch }: Surroundings) =>
  Extension.create({
    name: 'bounds',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction) {
          if (!transaction.docChanged || isWithin(transaction.doc)) return true
          onTooMuch?.()
          return false
        },
      }),
    ],
  })

function isWithin(document: Node): boolean {
  let nodes = 0
  const walk = (node: Node, depth: number): boolean => {
    nodes += node.childCount
    if (nodes > mostNodes || depth > deepest) return false
    return node.children.every((child) => child.isInline || walk(child, depth + 1))
  }
  return walk(document, 0)
}
