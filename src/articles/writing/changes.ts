import type { Content } from '../content.ts'
import type { Document } from '../document/index.ts'
import { commonRow, wholeEffort } from './comparison/steps.ts'

/** What one revision says otherwise than another. */
export interface Changes {
  /** Which of its parts besides the text. */
  parts: Part[]
  /** How many blocks of the text are new, changed or gone. */
  blocks: number
}

const parts = [
  'title',
  'slug',
  'summary',
  'dateline',
  'section',
  'sections',
  'topics',
  'brands',
  'bylines',
  'sources',
  'seo',
] as const satisfies (keyof Content)[]
type Part = (typeof parts)[number]

/** What readers would see otherwise if `after` were published in place of `before`. */
export function changesBetween(before: Content, after: Content): Changes {
  return {
    parts: parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])),
    blocks: changedBlocks(before.document, after.document),
  }
}

/** A block that was changed counts once, as does one that was added or taken out. */
function changedBlocks(before: Document, after: Document): number {
  const [one, other] = [before, after].map(({ content }) => content.map((block) => JSON.stringify(block)))
  if (!one || !other) return 0
  const common = commonRow(one, other, (block) => block, wholeEffort())
  // Too different to be told one by one: all of it counts.
  return Math.max(one.length, other.length) - (common?.length ?? 0)
}
