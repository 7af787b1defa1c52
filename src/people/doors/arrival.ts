import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { record } from '../audit.ts'
import { factorsFor, hasSecondFactor } from './second-factor.ts'
import { openSession, proveSession, type Session, type SessionState } from './session.ts'
import type { SignIn } from './sign-in.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    /** From where an account came in: keyed digests, as in `session`. */
    known_address: { account_id: Id; address: string; seen_at: Instant }
  }
}

declare module '#platform/events.ts' {
  interface Events {
    /** They came in from where they never came from before. */
    'account.new-place': { account: Id; browser: string }
  }
}

/** With what somebody has shown who they are. */
export type Proof = 'password' | 'code' | 'recovery code' | 'passkey' | 'openid'

/** Somebody who has shown who they are, and from where they come. */
export interface Arrival {
  account: Id
  /** A keyed digest. */
  address: string
  browser: string
  by: Proof
}

/** A password is one factor: whoever has a second one shows it next. A passkey is two, and another house asks for its own. */
export async function arrive(unit: Unit, { account, address, browser, by }: Arrival): Promise<SignIn> {
  const isWhole = by !== 'password' || !hasSecondFactor(await factorsFor(unit.tx, account))
  const state: SessionState = isWhole ? 'full' : 'first'
  const token = await openSession(unit, { account, state, address, browser })
  if (isWhole) await noteArrival(unit, { account, address, browser, by })
  return { outcome: 'in', token, state }
}

/** They have shown it: a session that waited for it is whole from now on. @returns its new token */
export async function goOn(unit: Unit, session: Session, by: Proof): Promise<SignIn> {
  const token = await proveSession(unit, session.id)
  if (session.state === 'first') await noteArrival(unit, { ...session, by })
  return { outcome: 'in', token, state: 'full' }
}

async function noteArrival(unit: Unit, { account, address, browser, by }: Arrival): Promise<void> {
  await record(unit, { by: account, action: 'session.opened', object: `account:${account}`, details: { by } })
  const known = await unit.tx.selectFrom('known_address').select('address').where('account_id', '=', account).execute()
  await unit.tx
    .insertInto('known_address')
    .values({ account_id: account, address, seen_at: unit.now })
    .onConflict((conflict) => conflict.columns(['account_id', 'address']).doUpdateSet({ seen_at: unit.now }))
    .execute()
  // Whoever comes for the first time comes from nowhere that is known.
  if (known.length > 0 && known.every((one) => one.address !== address))
    unit.tell({ kind: 'account.new-place', account, browser })
}

/** An address that nobody came from for half a year is news again. */
const knownFor = 180 * 24 * 60 * 60 * 1000

/** Takes out what is too long ago. */
export async function forgetAddresses(unit: Unit): Promise<void> {
  await unit.tx
    .deleteFrom('known_address')
    .where('seen_at', '<', unit.now - knownFor)
    .execute()
}
