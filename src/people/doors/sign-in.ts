import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { networkOf, type Peer } from '#platform/http/peer.ts'
import { siteKey } from '#platform/site-key.ts'
import { emailKey } from '../account.ts'
import { record } from '../audit.ts'
import { openLimits } from './limits.ts'
import { Busy, isPassword } from './password.ts'
import { openSession, type SessionState } from './session.ts'

/** What came of it. `slow`: too many tries, come again in so many seconds. `busy`: too many people at this moment. */
export type SignIn =
  | { outcome: 'in'; token: string; state: SessionState }
  | { outcome: 'wrong' | 'busy' }
  | { outcome: 'slow'; seconds: number }

export interface Knock {
  email: string
  password: string
  peer: Peer
  browser: string
}

type Doors = Pick<Gawai, 'db' | 'write' | 'storage' | 'use'>

/**
 * Lets somebody in who knows the password. What is answered, and when, is the same whether or not the address has an
 * account: tries are counted by what was typed, and a password is compared in either case.
 */
export async function signIn(gawai: Doors, { email, password, peer, browser }: Knock): Promise<SignIn> {
  const key = await siteKey(gawai.storage, 'addresses')
  const account = key.mac(emailKey(email))
  const seconds = await countTry(gawai, account, key.mac(peer.address), key.mac(networkOf(peer.address)))
  if (seconds > 0) return { outcome: 'slow', seconds }
  const known = await gawai.db
    .selectFrom('account')
    .select(['id', 'password', 'suspended_at'])
    .where('email_key', '=', emailKey(email))
    .executeTakeFirst()
  try {
    const isRight = await isPassword(password, known?.password ?? undefined)
    if (!isRight || !known || known.suspended_at !== null) return { outcome: 'wrong' }
  } catch (error) {
    if (error instanceof Busy) return { outcome: 'busy' }
    throw error
  }
  await gawai.use(openLimits).forgive('account', account)
  return enter(gawai, { account: known.id, address: key.mac(peer.address), browser })
}

async function countTry({ use }: Doors, account: string, address: string, network: string): Promise<number> {
  const limits = use(openLimits)
  return Math.max(
    await limits.take('network', network),
    await limits.take('address', address),
    await limits.take('account', account),
  )
}

/** The password is right: a session begins. */
export function enter(
  { write }: Pick<Gawai, 'write'>,
  { account, address, browser }: { account: Id; address: string; browser: string },
): Promise<SignIn> {
  return write(async (unit) => {
    const state: SessionState = 'full'
    const token = await openSession(unit, { account, state, address, browser })
    await record(unit, { by: account, action: 'session.opened', object: `account:${account}` })
    return { outcome: 'in', token, state }
  })
}
