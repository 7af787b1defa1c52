import { attribution, readAlso } from './blocks/references.ts'
import { blockquote, bulletList, keyPoints, listItem, orderedList } from './blocks/containers.ts'
import { codeBlock, heading, horizontalRule, paragraph } from './blocks/text-blocks.ts'
import { embed } from './blocks/embed.ts'
import { gallery, image } from './blocks/pictures.ts'
import { rawHtml } from './blocks/raw-html.ts'
import { table, tableCell, tableHeader, tableRow } from './blocks/tables.ts'
import type { BlockKind } from './node.ts'
import { type holds, tops } from './shared/holds.ts'

/** The kinds of block that a document may be made of, by type. */
export interface BlockKinds {
  get(type: string): BlockKind | undefined
  /** Whether a block of this type may stand by itself in the document. */
  isTop(type: string): boolean
}

const kinds = {
  paragraph,
  heading,
  bulletList,
  orderedList,
  blockquote,
  image,
  gallery,
  table,
  embed,
  codeBlock,
  horizontalRule,
  readAlso,
  attribution,
  keyPoints,
  rawHtml,
  listItem,
  tableRow,
  tableCell,
  tableHeader,
} satisfies Record<keyof typeof holds, BlockKind>

/** @param more kinds that other slices bring: devices, claims */
export function blockKinds(more: readonly BlockKind[] = []): BlockKinds {
  const all = new Map([...Object.values(kinds), ...more].map((kind) => [kind.type, kind]))
  const mayStand = new Set<string>([...tops, ...more.map(({ type }) => type)])
  return { get: (type) => all.get(type), isTop: (type) => mayStand.has(type) }
}

/** The kinds that articles have by themselves. */
export const ownKinds = blockKinds()
