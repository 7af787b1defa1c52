import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'
import { NotNow } from '#platform/refusals.ts'
import { siteKey } from '#platform/site-key.ts'
import { emailKey } from '../account.ts'
import { type Arrival, arrive } from './arrival.ts'
import { openHashing } from './hashing.ts'
import { isPassword } from './password.ts'
import type { SessionState } from './session.ts'
import { type Aim, countAccount, countPeer, forgiveTry, giveBackTry, peerOf, waitForAccount } from './tries.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** Somebody was wrong five times in one place, or many places were together. The account is null when nobody has that address, which only the reaction learns. */
    'account.tried': { account: Id | null }
  }
}

/** What came of it. `slow`: too many tries, come again in so many seconds. */
export type SignIn =
  | { outcome: 'in'; token: string; state: SessionState }
  | { outcome: 'wrong' }
  | { outcome: 'slow'; seconds: number }

/** What somebody typed at the door, and from where they come. */
export interface Try {
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
export function signIn(gawai: Doors, asked: Try): Promise<SignIn> {
  // Before anything is read: this is what most hear while somebody tries stolen passwords.
  return gawai.use(openHashing).withRoom(() => letIn(gawai, asked))
}

async function letIn(gawai: Doors, { email, password, peer, browser }: Try): Promise<SignIn> {
  const key = await siteKey(gawai.storage, 'addresses')
  const from = peerOf(key, peer)
  const tooMany = await countPeer(gawai, from)
  if (tooMany > 0) return { outcome: 'slow', seconds: tooMany }
  const known = await knownAt(gawai, emailKey(email), from.address)
  const isKnownThere = (known?.seenThere ?? null) !== null
  const aim = { ...from, account: key.mac(emailKey(email)), isKnownThere }
  const seconds = await countAccount(gawai, aim)
  if (seconds > 0) return { outcome: 'slow', seconds }
  const isRight = await isPassword(gawai, password, known?.password ?? undefined).catch(async (error: unknown) => {
    if (error instanceof NotNow) await giveBackTry(gawai, aim)
    throw error
  })
  if (!isRight || !known || known.suspended_at !== null) {
    await tellTried(gawai, aim, known?.id ?? null)
    return { outcome: 'wrong' }
  }
  await forgiveTry(gawai, aim)
  return enter(gawai, {
    account: known.id,
    password: known.password,
    address: from.address,
    browser,
    by: 'password',
  })
}

/** The account of whoever types that, and whether it came in from that address before: one question, whoever it is. */
const knownAt = ({ db }: Doors, email: string, address: string) =>
  db
    .selectFrom('account')
    .leftJoin('known_address', (join) =>
      join.onRef('known_address.account_id', '=', 'account.id').on('known_address.address', '=', address),
    )
    .select(['account.id', 'password', 'suspended_at', 'seen_at as seenThere'])
    .where('email_key', '=', email)
    .executeTakeFirst()

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
 * So many wrong tries that the next has to wait: whoever has the account hears of it. Written down for an address
 * without an account too, so that the answer takes as long.
 */
async function tellTried(gawai: Doors, aim: Aim, account: Id | null): Promise<void> {
  if ((await waitForAccount(gawai, aim)) === 0) return
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
