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
  if (await reserve(unit, key, digest)) {
    const answer = await work()
    await unit.tx
      .updateTable('answered')
      .set({ answer: JSON.stringify(answer) })
      .where('key', '=', key)
      .execute()
    return answer
  }
  const kept = await unit.tx
    .selectFrom('answered')
    .select(['request', 'answer'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (kept.request !== digest)
    throw new Conflict(
      `The idempotency key "${key}" was already used for another request: use a new key for a new request`,
    )
  return JSON.parse(kept.answer) as Answer // oxlint-disable-line typescript/no-unsafe-type-assertion -- written above by the same call
}

/** Taken before the work is done: on PostgreSQL an equal request beside this one waits here for its outcome. */
async function reserve(unit: Unit, key: string, request: string): Promise<boolean> {
  const reserved = await unit.tx
    .insertInto('answered')
    .values({ key, request, answer: 'null', at: unit.now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  return reserved.length > 0
}

/** Forgets answers that nobody will ask for again. */
export async function forgetAnswers(unit: Unit): Promise<void> {
  await unit.tx
    .deleteFrom('answered')
    .where('at', '<', unit.now - answerKeptFor)
    .execute()
}
