import { z } from 'zod'
import { language } from '../settings.ts'
import { hasControls, mailAddress } from './mail-address.ts'

const headerLine = z
  .string()
  .min(1)
  .max(250)
  .refine((text) => !hasControls(text), 'must be one line without control characters')

/** What is to go out to one person. */
export const letterForm = z.strictObject({
  to: mailAddress,
  subject: headerLine,
  text: z.string().min(1),
  /** The same as markup, for who prefers it. */
  html: z.string().min(1).optional(),
  lang: language.optional(),
  /** Whole address at which a bare POST ends what this letter belongs to (RFC 8058). */
  unsubscribe: z
    .string()
    .regex(/^https?:\/\/[!-;=?-~]+$/)
    .optional(),
})

export type Letter = z.input<typeof letterForm>

/** A letter on its way: what stays the same however often it is tried. */
export interface SealedLetter extends z.output<typeof letterForm> {
  id: number
  madeAt: number
}

/**
 * Lays a letter's text out: paragraphs, and below the line that mail programs fold away (RFC 3676 §4.3) who writes and
 * what else belongs there.
 */
export const letterText = (paragraphs: readonly string[], foot: readonly string[]): string =>
  `${paragraphs.join('\n\n')}\n\n-- \n${foot.join('\n')}\n`
