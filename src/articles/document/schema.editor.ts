import type { Attribute } from '@tiptap/core'
import { type Holds, holds, tops } from './shared/holds.ts'
import { webAddress } from './shared/web-address.ts'

type Kind = keyof typeof holds

/**
 * Rows whose cells are all joined with those above hold none, and pictures are brought into an empty gallery.
 * Everything else holds something, so that there is always a place for the cursor.
 */
const mayBeEmpty: ReadonlySet<Kind> = new Set(['tableRow', 'gallery'])

/** ProseMirror's expression for what a kind may hold. */
export function contentOf(kind: Kind): string {
  const held: Holds = holds[kind]
  if (held === 'inline') return 'inline*'
  if (held === 'text') return 'text*'
  if (held === 'nothing') return ''
  return `(${held.join(' | ')})${mayBeEmpty.has(kind) ? '*' : '+'}`
}

/** What may stand by itself is of the group that the document holds. */
export const groupOf = (kind: Kind): string => (tops.some((top) => top === kind) ? 'block' : '')

type IsSound = (value: unknown) => boolean

/**
 * An attribute that may be left out. `check()` refuses what the program would refuse, and nothing is read from an
 * element but what the block's own rule reads.
 */
export const attribute = (isSound: IsSound, more: Partial<Attribute> = {}): Attribute => ({
  default: null,
  rendered: false,
  parseHTML: () => null,
  validate: proving((value) => value === null || isSound(value)),
  ...more,
})

/** The same for one that must be there. */
export const required = (isSound: IsSound): Attribute =>
  attribute(isSound, { default: undefined, isRequired: true, validate: proving(isSound) })

const proving = (isSound: IsSound) => (value: unknown) => {
  if (!isSound(value)) throw new RangeError(`Not an attribute that can be kept: ${JSON.stringify(value)}`)
}

export const isWords =
  (most: number): IsSound =>
  (value) =>
    typeof value === 'string' && value.length <= most

export const isNumber =
  (least: number, most: number): IsSound =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most

export const isId = isNumber(1, Number.MAX_SAFE_INTEGER)

export const isAddress =
  (isRight: (address: string) => boolean = () => true): IsSound =>
  (value) =>
    typeof value === 'string' && webAddress(value) === value && isRight(value)

export const hasForm =
  (form: RegExp): IsSound =>
  (value) =>
    typeof value === 'string' && form.test(value)
