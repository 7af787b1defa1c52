import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { networkOf, type Peer } from '#platform/http/peer.ts'
import { NotNow } from '#platform/refusals.ts'
import { siteKey } from '#platform/site-key.ts'
import { emailKey } from '../account.ts'
import { type Arrival, arrive } from './arrival.ts'
import { openHashing } from './hashing.ts'
import { openLimits } from './limits.ts'
import { isPassword } from './password.ts'
import type { SessionState } from './session.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** Somebody was wrong five times. The account is null when nobody has that address, which only the reaction learns. */
    'account.tried': { account: Id | null }
  }
}

/** What came of it. `slow`: too many tries, come again in so many seconds. */
export type SignIn =
  | { outcome: 'in'; token: string; state: SessionState }
  | { outcome: 'wrong' }
  | { outcome: 'slow'; seconds: number }

/** What somebody typed at the door, and from where they come. */
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
 *
 * @throws NotNow when so many sign in at this moment that their passwords cannot be compared soon
 */
export async function signIn(gawai: Doors, { email, password, peer, browser }: Knock): Promise<SignIn> {
  // Before anything is read: this is what most hear while somebody tries stolen passwords.
  gawai.use(openHashing).mustHaveRoom()
  const key = await siteKey(gawai.storage, 'addresses')
  const [account, address] = [key.mac(emailKey(email)), key.mac(peer.address)]
  const counted = { network: key.mac(networkOf(peer.address)), address, account }
  const seconds = await countTry(gawai, counted)
  if (seconds > 0) return { outcome: 'slow', seconds }
  const known = await gawai.db
    .selectFrom('account')
    .select(['id', 'password', 'suspended_at'])
    .where('email_key', '=', emailKey(email))
    .executeTakeFirst()
  const isRight = await isPassword(gawai, password, known?.password ?? undefined).catch(async (error: unknown) => {
    // Nothing was tried.
    if (error instanceof NotNow)
      for (const kind of widestFirst) await gawai.use(openLimits).giveBack(kind, counted[kind])
    throw error
  })
  if (!isRight || !known || known.suspended_at !== null) {
    await tellTried(gawai, account, known?.id ?? null)
    return { outcome: 'wrong' }
  }
  await forgiveTry(gawai, counted)
  return enter(gawai, { account: known.id, password: known.password, address, browser, by: 'password' })
}

const widestFirst = ['network', 'address', 'account'] as const
type Counted = Record<(typeof widestFirst)[number], string>

/** From where nobody is heard any more, nobody can use up the tries of an account either. */
async function countTry({ use }: Doors, keys: Counted): Promise<number> {
  for (const kind of widestFirst) {
    const seconds = await use(openLimits).take(kind, keys[kind])
    if (seconds > 0) return seconds
  }
  return 0
}

async function forgiveTry({ use }: Doors, { network, address, account }: Counted): Promise<void> {
  const limits = use(openLimits)
  await limits.giveBack('network', network)
  await limits.giveBack('address', address)
  await limits.forgive('account', account)
}

/**
 * They have proved who they are, or the first half of it: a session begins. When the password was changed while it was
 * compared, or somebody was kept out meanwhile, it is not right any more.
 *
 * @param arrival with the password as it was kept when it was compared; none when something else was proof enough
 */
export function enter(
  { write }: Pick<Gawai, 'write'>,
  { password, ...arrival }: Arrival & { password?: string | null },
): Promise<SignIn> {
  return write(async (unit) =>
    (await mayEnter(unit, arrival.account, password)) ? arrive(unit, arrival) : { outcome: 'wrong' },
  )
}

/**
 * Five wrong tries: whoever has the account hears of it. Written down for an address without an account too, so that
 * the answer takes as long.
 */
async function tellTried(gawai: Doors, key: string, account: Id | null): Promise<void> {
  if ((await gawai.use(openLimits).wait('account', key)) === 0) return
  await gawai.write(async (unit) => unit.tell({ kind: 'account.tried', account }))
}

/** Touched before it is read: a change beside this one waits, or was first and is seen. */
async function mayEnter({ tx }: Unit, account: Id, password: string | null | undefined): Promise<boolean> {
  const [row] = await tx
    .updateTable('account')
    .set((own) => ({ lang: own.ref('lang') }))
    .where('id', '=', account)
    .returning(['password', 'suspended_at'])
    .execute()
  return row !== undefined && row.suspended_at === null && (password === undefined || row.password === password)
}
