import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'
import type { Vouched } from '#platform/openid.ts'
import { siteKey } from '#platform/site-key.ts'
import { emailKey } from '../account.ts'
import { record } from '../audit.ts'
import { arrive, goOn } from './arrival.ts'
import { tooOften } from './limits.ts'
import { accountLinked, keepLink } from './openid-links.ts'
import { factorsFor, hasSecondFactor } from './second-factor.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'
import { countPeer, giveBackPeer, peerOf } from './tries.ts'
import { enterByMail } from './use-invitation.ts'

/**
 * Asks the other house something for somebody at the door. What comes to nothing is counted for where they are: it is a
 * question to somebody else's server and a line in the log, and anybody may come back with words of their own.
 *
 * @throws NotNow after too many that came to nothing
 */
export async function askHouse<T>(
  gawai: Pick<Gawai, 'storage' | 'use'>,
  peer: Peer,
  ask: () => Promise<T>,
): Promise<T> {
  const from = peerOf(await siteKey(gawai.storage, 'addresses'), peer)
  const seconds = await countPeer(gawai, from)
  if (seconds > 0) throw tooOften(seconds)
  const said = await ask()
  await giveBackPeer(gawai, from)
  return said
}

/**
 * Lets somebody in on another house's word: by the subject that is linked already; else by a mail address that the
 * house has verified, which has an open invitation here or an account that nothing else opens, and is linked from then
 * on. An account with a password, a passkey or a code app is linked only from inside (`linkOpenid`): else whoever has
 * the address at the house would come round all of them.
 */
export async function signInByOpenid(
  gawai: Pick<Gawai, 'write' | 'storage'>,
  { vouched, peer, browser }: { vouched: Vouched; peer: Peer; browser: string },
): Promise<SignIn> {
  const address = (await siteKey(gawai.storage, 'addresses')).mac(peer.address)
  return gawai.write(async (unit) => {
    const account = (await accountLinked(unit, vouched)) ?? (await accountToLink(unit, vouched))
    if (account === undefined || !(await mayComeIn(unit, account))) return { outcome: 'wrong' }
    await noteSubject(unit, account, vouched)
    return arrive(unit, { account, address, browser, by: 'openid' })
  })
}

/** Somebody who is signed in has shown the other house again who they are. */
export function proveByOpenid(
  gawai: Pick<Gawai, 'write'>,
  { session, vouched }: { session: Session; vouched: Vouched },
): Promise<SignIn> {
  return gawai.write(async (unit) =>
    (await accountLinked(unit, vouched)) === session.account && session.state === 'full'
      ? goOn(unit, session, 'openid')
      : { outcome: 'wrong' },
  )
}

async function accountToLink(unit: Unit, { issuer, email }: Vouched): Promise<Id | undefined> {
  if (email === undefined) return undefined
  const row = await unit.tx
    .selectFrom('account')
    .leftJoin('openid_subject', (join) =>
      join.onRef('openid_subject.account_id', '=', 'account.id').on('issuer', '=', issuer),
    )
    .select(['account.id', 'subject', 'password'])
    .where('email_key', '=', emailKey(email))
    .executeTakeFirst()
  if (!row) return enterByMail(unit, email)
  // Another subject with that address is somebody else, to whom the house has given it since.
  if (row.subject !== null) return undefined
  if (row.password !== null || hasSecondFactor(await factorsFor(unit.tx, row.id))) return undefined
  // A new way in, which nobody asked them about.
  unit.tell({ kind: 'account.changed', account: row.id, what: 'factors' })
  return row.id
}

async function mayComeIn({ tx }: Unit, account: Id): Promise<boolean> {
  const row = await tx.selectFrom('account').select('suspended_at').where('id', '=', account).executeTakeFirst()
  return row?.suspended_at === null
}

async function noteSubject(unit: Unit, account: Id, vouched: Vouched): Promise<void> {
  const { issuer, subject } = vouched
  const noted = await unit.tx
    .updateTable('openid_subject')
    .set({ used_at: unit.now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('account_id')
    .execute()
  if (noted.length > 0) return
  await keepLink(unit, account, vouched)
  await record(unit, {
    by: account,
    action: 'account.openid-linked',
    object: `account:${account}`,
    details: { issuer },
  })
}
