import type { Kysely } from 'kysely'
import type { Id, Instant, Tables } from './tables.ts'
import type { GawaiEvent } from '../events.ts'

/**
 * One write, all or nothing. A unit awaits nothing but its own `tx`: other writers stand behind it.
 * What it tells and drops is written with it, and takes effect only when it is committed.
 */
export interface Unit {
  readonly tx: Kysely<Tables>
  /** The instant of this write; the same for everything in it. */
  readonly now: Instant
  newId(): Id
  /** Records an event. Its reactions follow after the commit. */
  tell(event: GawaiEvent): void
  /** Names what this write changes for readers; the fragments that show it are dropped before the caller is answered. */
  drop(...subjects: string[]): void
}

/** What a unit leaves behind besides its rows. */
export interface Aftermath {
  readonly changeId: Id | undefined
  readonly subjects: readonly string[]
  readonly hasEvents: boolean
}

/** Runs the verb's part of a unit, then writes down what it told and dropped. */
export async function runUnit<T>(
  tx: Kysely<Tables>,
  now: Instant,
  newId: () => Id,
  work: (unit: Unit) => Promise<T>,
): Promise<{ value: T; aftermath: Aftermath }> {
  const events: GawaiEvent[] = []
  const subjects = new Set<string>()
  const value = await work({
    tx,
    now,
    newId,
    tell: (event) => void events.push(event),
    drop: (...names) => {
      for (const name of names) subjects.add(name)
    },
  })

  if (events.length > 0) {
    const rows = events.map((event) => ({
      id: newId(),
      kind: event.kind,
      payload: JSON.stringify(event),
      told_at: now,
    }))
    await tx.insertInto('outbox').values(rows).execute()
  }
  let changeId: Id | undefined
  if (subjects.size > 0) {
    changeId = newId()
    await tx
      .insertInto('change_log')
      .values({ id: changeId, at: now, subjects: JSON.stringify([...subjects]) })
      .execute()
  }
  return { value, aftermath: { changeId, subjects: [...subjects], hasEvents: events.length > 0 } }
}
