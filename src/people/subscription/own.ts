import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import { endAll, endSome } from './end.ts'
import { subscriberBehind } from './link.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** The owner of an address has said yes to what somebody asked for with it. */
    'subscription.confirmed': { subscription: Id; subject: string }
  }
}

/** What the owner of an address sees behind their link. */
export interface OwnSubscriptions {
  address: string
  waiting: readonly OwnSubscription[]
  confirmed: readonly OwnSubscription[]
}

interface OwnSubscription {
  id: Id
  name: string
}

/** @returns undefined for a link that is none, or too old: they cannot be told apart */
export async function ownSubscriptions(
  { db, clock }: Pick<Gawai, 'db' | 'clock'>,
  token: string,
): Promise<OwnSubscriptions | undefined> {
  const subscriber = await subscriberBehind({ tx: db, now: clock.now() }, token)
  if (subscriber === undefined) return undefined
  const { address } = await db
    .selectFrom('subscriber')
    .select('address')
    .where('id', '=', subscriber)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('subscription')
    .select(['id', 'name', 'confirmed_at'])
    .where('subscriber_id', '=', subscriber)
    .orderBy('id')
    .execute()
  return {
    address,
    waiting: rows.filter((row) => row.confirmed_at === null),
    confirmed: rows.filter((row) => row.confirmed_at !== null),
  }
}

/**
 * The owner of the address says yes to what they saw. What somebody else asked for with it meanwhile still waits.
 *
 * @throws NotFound for a link that is none, or too old
 */
export function confirm(gawai: Gawai, { token, which }: { token: string; which: readonly Id[] }): Promise<void> {
  return gawai.write(async (unit) => {
    const subscriber = await owner(unit, token)
    for (const { id, subject } of await confirmSome(unit, subscriber, which))
      unit.tell({ kind: 'subscription.confirmed', subscription: id, subject })
    // Somebody reads what is sent there. What they ask for next need not wait an hour.
    await unit.tx
      .updateTable('subscriber')
      .set({ unknown_at: null, asked_at: 0 })
      .where('id', '=', subscriber)
      .execute()
  })
}

async function confirmSome({ tx, now }: Unit, subscriber: Id, which: readonly Id[]) {
  if (which.length === 0) return []
  return tx
    .updateTable('subscription')
    .set({ confirmed_at: now })
    .where('subscriber_id', '=', subscriber)
    .where('id', 'in', [...which])
    .where('confirmed_at', 'is', null)
    .returning(['id', 'subject'])
    .execute()
}

/**
 * Ends what the owner of the address chose, or everything.
 *
 * @throws NotFound for a link that is none, or too old
 */
export function endOwn(gawai: Gawai, { token, which }: { token: string; which: readonly Id[] | 'all' }): Promise<void> {
  return gawai.write(async (unit) => {
    const subscriber = await owner(unit, token)
    await (which === 'all' ? endAll(unit, subscriber) : endSome(unit, subscriber, which))
  })
}

async function owner(unit: Unit, token: string): Promise<Id> {
  const subscriber = await subscriberBehind(unit, token)
  if (subscriber === undefined)
    throw new NotFound('This link is too old, or was never one: ask for a new one', { key: 'subscription.deadLink' })
  return subscriber
}
