import { z } from 'zod'
import type { SiteKey } from '../site-key.ts'
import { letterForm } from './letter.ts'

const jobForm = z.object({ madeAt: z.number(), letter: letterForm })
const sealedForm = z.object({ sealed: z.string() })

/** A letter that waits to be sent. */
export type LetterJob = z.output<typeof jobForm>

/**
 * A letter as it waits in the database: sealed, because letters hold links that let whoever reads them in, and a copy of
 * the database is made more easily than one of the key.
 */
export const sealLetter = (key: SiteKey, job: LetterJob): z.output<typeof sealedForm> => ({
  sealed: key.seal(JSON.stringify(job)),
})

/**
 * The letter that waits. One that an earlier version wrote lies open.
 *
 * @throws when it was sealed with another key
 */
export function openLetter(key: SiteKey, payload: unknown): LetterJob {
  const kept = sealedForm.safeParse(payload)
  return jobForm.parse(kept.success ? JSON.parse(key.open(kept.data.sealed)) : payload)
}
