import type { Id } from '#platform/database/tables.ts'
import { hrefOf, plainText } from './inline.ts'
import type { Node } from './node.ts'

const opening = /^\s*(baca juga|baca pula|lihat juga|read also|also read|see also)\b\s*[:：–-]?/i

/**
 * The article that a line such as "Baca juga: [title](address)" points to: the line opens with the words and holds
 * one link and nothing else.
 */
export function readAlsoLine(
  line: readonly Node[],
  articleAt: (href: string) => Id | undefined | void,
): Id | undefined {
  const words = plainText(line)
  if (!opening.test(words)) return undefined
  const hrefs = new Set(line.map(hrefOf).filter((href) => href !== undefined))
  const [href] = hrefs
  if (hrefs.size !== 1 || href === undefined) return undefined
  const linked = plainText(line.filter((node) => hrefOf(node) !== undefined))
  const rest = words.replace(opening, '').replace(linked, '')
  const isAlone = linked.trim() !== '' && (/^[\s.:–-]*$/.test(rest) || opening.test(linked))
  return isAlone ? (articleAt(href) ?? undefined) : undefined
}
