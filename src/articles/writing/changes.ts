import type { Content } from '../content.ts'
import type { Document } from '../document/index.ts'
import { seenOf } from './comparison/seen.ts'
import { cutsBetween, type Effort, wholeEffort } from './comparison/steps.ts'

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
export function changesBetween(before: Content, after: Content, effort: Effort = wholeEffort()): Changes {
  return {
    parts: parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])),
    blocks: changedBlocks(before.document, after.document, effort),
  }
}

/** A block that was changed counts once, as does one that was added or taken out; the work is bounded. */
const changedBlocks = (before: Document, after: Document, effort: Effort): number =>
  cutsBetween(before.content, after.content, seenOf, effort)
    .filter(({ isSame }) => !isSame)
    .reduce((sum, { old, now }) => sum + Math.max(old.length, now.length), 0)
