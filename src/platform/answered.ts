import { createHash } from 'node:crypto'
import type { Unit } from './database/unit.ts'
import { Conflict } from './refusals.ts'

/** How long an answer is kept for a retry. The same promise as Stripe's idempotency keys: at least a day. */
export const answerKeptFor = 24 * 60 * 60 * 1000

/**
 * Makes a retried request safe: the first call with a key does the work and its answer is kept in the same
 * write; a later call with that key gets the kept answer and nothing is done again.
 *
 * @param request what is asked, as plain data: the same key with another request is refused
 * @param work must answer plain JSON data
 * @throws Conflict when the key was used for another request
 */
export async function answerOnce<Answer>(
  unit: Unit,
  key: string | undefined,
  request: unknown,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (key === undefined) return work()
  const digest = createHash('sha256').update(JSON.stringify(request)).digest('base64url')
  const kept = await unit.tx
    .selectFrom('answered')
    .select(['request', 'answer'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (kept && kept.request !== digest)
    throw new Conflict(
      `The idempotency key "${key}" was already used for another request: use a new key for a new request`,
    )
  if (kept) return JSON.parse(kept.answer) as Answer // oxlint-disable-line typescript/no-unsafe-type-assertion -- written below by the same call
  const answer = await work()
  await unit.tx
    .insertInto('answered')
    .values({ key, request: digest, answer: JSON.stringify(answer), at: unit.now })
    .execute()
  return answer
}

/** Forgets answers that nobody will ask for again. */
export async function forgetAnswers(unit: Unit): Promise<void> {
  await unit.tx
    .deleteFrom('answered')
    .where('at', '<', unit.now - answerKeptFor)
    .execute()
}
