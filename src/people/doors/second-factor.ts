import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict } from '#platform/refusals.ts'
import { defineSetting } from '#platform/settings.ts'
import { type Details, record } from '../audit.ts'
import { endSessions } from './session.ts'

/** Whether everybody must have a second factor. */
export const secondFactor = defineSetting('doors.secondFactor', z.enum(['offered', 'required']), 'offered')

/** What somebody has to show besides a password. */
export interface Factors {
  hasCodeApp: boolean
  passkeys: number
  /** Recovery codes that were not used yet. */
  codesLeft: number
  /** Another house's sign-in is linked. */
  hasOpenid: boolean
}

export const hasSecondFactor = ({ hasCodeApp, passkeys }: Factors): boolean => hasCodeApp || passkeys > 0

type Kept = 'app' | 'passkey' | 'code' | 'openid'

/** The factors of each of these accounts, in one question. */
export async function factorsOf(db: Unit['tx'], accountIds: readonly Id[]): Promise<(account: Id) => Factors> {
  const rows = accountIds.length === 0 ? [] : await kept(db, accountIds).execute()
  const of = Map.groupBy(rows, ({ account_id }) => account_id)
  return (account) => {
    const count = (kind: Kept) => of.get(account)?.filter((row) => row.kind === kind).length ?? 0
    return {
      hasCodeApp: count('app') > 0,
      passkeys: count('passkey'),
      codesLeft: count('code'),
      hasOpenid: count('openid') > 0,
    }
  }
}

/** A row for each thing that is kept. */
const kept = (db: Unit['tx'], ids: readonly Id[]) =>
  db
    .selectFrom('totp')
    .select(['account_id', sql<Kept>`'app'`.as('kind')])
    .where('account_id', 'in', ids)
    .unionAll(
      db
        .selectFrom('passkey')
        .select(['account_id', sql<Kept>`'passkey'`.as('kind')])
        .where('account_id', 'in', ids),
    )
    .unionAll(
      db
        .selectFrom('recovery_code')
        .select(['account_id', sql<Kept>`'code'`.as('kind')])
        .where('account_id', 'in', ids)
        .where('used_at', 'is', null),
    )
    .unionAll(
      db
        .selectFrom('openid_subject')
        .select(['account_id', sql<Kept>`'openid'`.as('kind')])
        .where('account_id', 'in', ids),
    )

/** The factors of one account. */
export async function factorsFor(db: Unit['tx'], account: Id): Promise<Factors> {
  return (await factorsOf(db, [account]))(account)
}

interface Change {
  account: Id
  /** `code-app-added` */
  what: string
  by: Id | undefined
  /** The session in which it is done goes on. */
  keep?: Id
  details?: Details
}

/**
 * What follows whenever somebody's ways of proving who they are have changed: every other session ends, it is written
 * down, and they hear of it. Recovery codes are of no use without a factor that they stand for.
 */
export async function factorsChanged(unit: Unit, { account, what, by, keep, details }: Change): Promise<void> {
  if (!hasSecondFactor(await factorsFor(unit.tx, account)))
    await unit.tx.deleteFrom('recovery_code').where('account_id', '=', account).execute()
  await endSessions(unit, account, keep)
  await record(unit, { by, action: `account.${what}`, object: `account:${account}`, ...(details && { details }) })
  unit.tell({ kind: 'account.changed', account, what: 'factors' })
}

/**
 * Asked behind `record`, where a write beside this one has waited for its turn: two ways that are ended at once must not
 * both be the other's last.
 *
 * @throws Conflict when there would be no way left to come in
 */
export async function refuseNoWayIn(unit: Unit, account: Id): Promise<void> {
  const { passkeys, hasOpenid } = await factorsFor(unit.tx, account)
  const row = await unit.tx.selectFrom('account').select('password').where('id', '=', account).executeTakeFirst()
  if (passkeys === 0 && !hasOpenid && (row?.password ?? null) === null)
    throw new Conflict('Nothing would be left to sign in with: add a password or another passkey first', {
      key: 'factors.lastWay',
    })
}

/**
 * For who has lost what they prove themselves with, or shares it with a stranger: every second factor and every link to
 * another house goes, and the password alone lets them in. Who has none is let in by a link for another password, or by
 * a house that has verified their address.
 */
export async function removeFactors(unit: Unit, { account, by }: { account: Id; by: Id | undefined }): Promise<void> {
  for (const kept of ['totp', 'passkey', 'openid_subject'] as const)
    await unit.tx.deleteFrom(kept).where('account_id', '=', account).execute()
  await factorsChanged(unit, { account, what: 'factors-removed', by })
}

/** Nothing more is said to them of a second factor. */
export async function endReminder(unit: Unit, account: Id): Promise<void> {
  await unit.tx.updateTable('account').set({ reminded_at: unit.now }).where('id', '=', account).execute()
}

/** Whether to say to somebody that a second factor would be good: they have none, and did not ask to hear no more. */
export async function isToBeReminded(db: Unit['tx'], account: Id): Promise<boolean> {
  const row = await db.selectFrom('account').select('reminded_at').where('id', '=', account).executeTakeFirst()
  return row?.reminded_at === null && !hasSecondFactor(await factorsFor(db, account))
}
