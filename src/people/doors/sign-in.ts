import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { networkOf, type Peer } from '#platform/http/peer.ts'
import { siteKey } from '#platform/site-key.ts'
import { emailKey } from '../account.ts'
import { type Arrival, arrive } from './arrival.ts'
import { openLimits } from './limits.ts'
import { Busy, isPassword } from './password.ts'
import type { SessionState } from './session.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** Somebody was wrong five times. The account is null when nobody has that address, which only the reaction learns. */
    'account.tried': { account: Id | null }
  }
}

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
    if (!isRight || !known || known.suspended_at !== null) {
      await tellTried(gawai, account, known?.id ?? null)
      return { outcome: 'wrong' }
    }
  } catch (error) {
    if (error instanceof Busy) return { outcome: 'busy' }
    throw error
  }
  await gawai.use(openLimits).forgive('account', account)
  return enter(gawai, { account: known.id, address: key.mac(peer.address), browser, by: 'password' })
}

async function countTry({ use }: Doors, account: string, address: string, network: string): Promise<number> {
  const limits = use(openLimits)
  return Math.max(
    await limits.take('network', network),
    await limits.take('address', address),
    await limits.take('account', account),
  )
}

/** They have proved who they are, or the first half of it: a session begins. */
export function enter({ write }: Pick<Gawai, 'write'>, arrival: Arrival): Promise<SignIn> {
  return write((unit) => arrive(unit, arrival))
}

/**
 * Five wrong tries: whoever has the account hears of it. Written down for an address without an account too, so that
 * the answer takes as long.
 */
async function tellTried(gawai: Doors, key: string, account: Id | null): Promise<void> {
  if ((await gawai.use(openLimits).wait('account', key)) === 0) return
  await gawai.write(async (unit) => unit.tell({ kind: 'account.tried', account }))
}
