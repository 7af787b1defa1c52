import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { newToken, tokenHash } from './token.ts'

/** `first`: the password was right and a second factor is still asked for. */
export type SessionState = 'first' | 'full'

interface SessionTable {
  id: Id
  token_hash: string
  account_id: Id
  state: SessionState
  made_at: Instant
  seen_at: Instant
  /** When they last proved that it is them. */
  proved_at: Instant
  /** A keyed digest: the same network address can be told, and no address is kept. */
  address: string
  /** What the browser calls itself, for the list of sessions. */
  browser: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    session: SessionTable
  }
}

const anHour = 60 * 60 * 1000
/** ASVS 5.0, 7.3: idle and absolute ends of a session. */
const idleFor = 8 * anHour
const lastsFor = 7 * 24 * anHour
/** A second factor is asked for at once or not at all. */
const firstLastsFor = anHour / 6
/** A session that is in use is not written down at every click. */
const notedEvery = anHour / 12
const longestBrowser = 200

/** One browser in which somebody is signed in, in whole or by the password alone. */
export interface Session {
  id: Id
  account: Id
  state: SessionState
  madeAt: Instant
  seenAt: Instant
  provedAt: Instant
  browser: string
  address: string
}

/** Whose session it is, and from where they come. */
export interface NewSession {
  account: Id
  state: SessionState
  address: string
  browser: string
}

/** Begins a session. @returns the token for the cookie, which is kept nowhere */
export async function openSession(unit: Unit, { account, state, address, browser }: NewSession): Promise<string> {
  const token = newToken()
  await unit.tx
    .insertInto('session')
    .values({
      id: unit.newId(),
      token_hash: tokenHash(token),
      account_id: account,
      state,
      made_at: unit.now,
      seen_at: unit.now,
      proved_at: unit.now,
      address,
      browser: browser.slice(0, longestBrowser),
    })
    .execute()
  return token
}

const columns = [
  'session.id',
  'account_id as account',
  'state',
  'session.made_at as madeAt',
  'seen_at as seenAt',
  'proved_at as provedAt',
  'browser',
  'address',
] as const

const byToken = compileOnce<{ hash: string }>()((db, blank) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(columns)
    .where('token_hash', '=', blank.hash)
    .where('suspended_at', 'is', null),
)

/** The session of that token, unless it is over. Notes that it is in use. */
export async function sessionOf(
  { db, clock, write }: Pick<Gawai, 'db' | 'clock' | 'write'>,
  token: string,
): Promise<Session | undefined> {
  const [session] = await byToken(db, { hash: tokenHash(token) })
  if (!session || isOver(session, clock.now())) return undefined
  if (clock.now() - session.seenAt > notedEvery)
    await write(async (unit) => {
      await unit.tx.updateTable('session').set({ seen_at: unit.now }).where('id', '=', session.id).execute()
    })
  return session
}

const isOver = ({ state, seenAt, madeAt }: Session, now: Instant): boolean =>
  now - seenAt > idleFor || now - madeAt > (state === 'full' ? lastsFor : firstLastsFor)

/**
 * They have proved again who they are: the session is full from now on and has another token, so that one that was
 * seen before is of no use.
 *
 * @returns the new token for the cookie
 */
export async function proveSession(unit: Unit, session: Id): Promise<string> {
  const token = newToken()
  await unit.tx
    .updateTable('session')
    .set({ token_hash: tokenHash(token), state: 'full', proved_at: unit.now, seen_at: unit.now })
    .where('id', '=', session)
    .execute()
  return token
}

/** How long a proof is good enough for what is dangerous. */
const proofLasts = anHour / 4

export const isFreshlyProved = ({ provedAt }: Session, now: Instant): boolean => now - provedAt <= proofLasts

/** Ends one session of that account; nothing when it is another's. @returns whether there was one */
export async function endSession(unit: Unit, { account, session }: { account: Id; session: Id }): Promise<boolean> {
  const ended = await unit.tx
    .deleteFrom('session')
    .where('id', '=', session)
    .where('account_id', '=', account)
    .returning('id')
    .execute()
  return ended.length > 0
}

/** Ends every session of an account but perhaps one. */
export async function endSessions(unit: Unit, account: Id, keep?: Id): Promise<void> {
  let all = unit.tx.deleteFrom('session').where('account_id', '=', account)
  if (keep !== undefined) all = all.where('id', '!=', keep)
  await all.execute()
}

/** Where an account is signed in, in whole, the most recently used first. */
export async function sessionsOf({ db, clock }: Pick<Gawai, 'db' | 'clock'>, account: Id): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(columns)
    .where('account_id', '=', account)
    .where('state', '=', 'full')
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.filter((session) => !isOver(session, clock.now()))
}

/** Takes out what is long over. */
export async function forgetSessions(unit: Unit): Promise<void> {
  await unit.tx
    .deleteFrom('session')
    .where((row) => row.or([row('seen_at', '<', unit.now - idleFor), row('made_at', '<', unit.now - lastsFor)]))
    .execute()
}
