import type { Database } from './database/open.ts'
import type { Id, Instant } from './database/tables.ts'
import type { Unit } from './database/unit.ts'
import type { NewJob } from './jobs.ts'

export interface LeasedJob {
  id: Id
  kind: string
  payload: unknown
  attempts: number
}

const longestPause = 60 * 60 * 1000

export async function keepJob(unit: Unit, { kind, payload = {}, due = unit.now, uniqueKey }: NewJob): Promise<void> {
  await unit.tx
    .insertInto('job')
    .values({
      id: unit.newId(),
      kind,
      payload: JSON.stringify(payload),
      unique_key: uniqueKey ?? null,
      due_at: due,
      attempts: 0,
      leased_until: 0,
      leased_by: null,
      last_error: null,
      failed_at: null,
    })
    .onConflict((conflict) => conflict.column('unique_key').doNothing())
    .execute()
}

/** Lets a job come due at another time. One that is due already, or was tried, stays as it is: its work is owed. */
export async function moveJob(unit: Unit, uniqueKey: string, due: Instant): Promise<void> {
  await unit.tx
    .updateTable('job')
    .set({ due_at: due })
    .where('unique_key', '=', uniqueKey)
    .where('due_at', '>', unit.now)
    .where('attempts', '=', 0)
    .execute()
}

/**
 * Takes due jobs for one runner. The condition stands twice so that on PostgreSQL, where two runners may pick
 * the same row, the second finds it leased when it gets the row and leaves it.
 */
export async function claimJobs(
  { db, write }: Database,
  claim: { runner: string; kinds: readonly string[]; now: Instant; until: Instant; most: number },
): Promise<LeasedJob[]> {
  if (claim.kinds.length === 0) return []
  // Asked of the reading connection first: an idle program must not take the write lock every second.
  const due = await db
    .selectFrom('job')
    .select('id')
    .where('failed_at', 'is', null)
    .where('due_at', '<=', claim.now)
    .where('leased_until', '<=', claim.now)
    .where('kind', 'in', [...claim.kinds])
    .limit(1)
    .execute()
  if (due.length === 0) return []
  const rows = await write((unit) => {
    const candidates = unit.tx
      .selectFrom('job')
      .select('id')
      .where('failed_at', 'is', null)
      .where('due_at', '<=', unit.now)
      .where('leased_until', '<=', unit.now)
      .where('kind', 'in', [...claim.kinds])
      .orderBy('due_at')
      .limit(claim.most)
    return unit.tx
      .updateTable('job')
      .set((fields) => ({ leased_until: claim.until, leased_by: claim.runner, attempts: fields('attempts', '+', 1) }))
      .where('id', 'in', candidates)
      .where('leased_until', '<=', unit.now)
      .returning(['id', 'kind', 'payload', 'attempts'])
      .execute()
  })
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown }))
}

export async function renewLease({ write }: Database, id: Id, until: Instant): Promise<void> {
  await write((unit) => unit.tx.updateTable('job').set({ leased_until: until }).where('id', '=', id).execute())
}

/** Gives back what a stopping runner still holds, so that another need not wait for the lease to end. */
export async function dropLease({ write }: Database, runner: string): Promise<void> {
  await write((unit) =>
    unit.tx.updateTable('job').set({ leased_until: 0, leased_by: null }).where('leased_by', '=', runner).execute(),
  )
}

/** @returns false when the lease ran out meanwhile and another runner has the job */
export async function finishJob(unit: Unit, id: Id, runner: string): Promise<boolean> {
  const done = await unit.tx
    .deleteFrom('job')
    .where('id', '=', id)
    .where('leased_by', '=', runner)
    .returning('id')
    .execute()
  return done.length > 0
}

/** Doubling pauses from two seconds to an hour, a little scattered so that failed jobs do not come back together. */
export async function postponeJob(
  unit: Unit,
  { job, runner, most }: { job: LeasedJob; runner: string; most: number },
  error: unknown,
): Promise<'comes again' | 'given up'> {
  const isLast = job.attempts >= most
  const pause = Math.min(1000 * 2 ** job.attempts, longestPause) * (0.75 + Math.random() / 2)
  await unit.tx
    .updateTable('job')
    .set({
      leased_until: 0,
      leased_by: null,
      due_at: Math.round(unit.now + pause),
      last_error: error instanceof Error ? error.message : String(error),
      failed_at: isLast ? unit.now : null,
      // The key is free for the next job of that name; the row stays for a person to see.
      ...(isLast && { unique_key: null }),
    })
    .where('id', '=', job.id)
    .where('leased_by', '=', runner)
    .execute()
  return isLast ? 'given up' : 'comes again'
}
