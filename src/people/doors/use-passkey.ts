import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Peer } from '#platform/http/peer.ts'
import { siteKey } from '#platform/site-key.ts'
import { arrive, goOn } from './arrival.ts'
import { type Asked, newChallenge, spendChallenge } from './challenge.ts'
import { openLimits } from './limits.ts'
import { type Doors, expected, heldBySession, relyingParty, type Said, webauthn } from './passkey-ceremony.ts'
import { findPasskey, type Passkey, passkeysOf } from './passkey.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'
import { countPeer, giveBackPeer, peerOf } from './tries.ts'

/** What a browser needs to let a passkey sign. At the door no account is named: the browser shows what it has. */
export async function askForPasskey(
  gawai: Doors,
  { use, holder, account }: Asked & { account?: Id },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn()
  const passkeys = account === undefined ? [] : await passkeysOf(gawai, account)
  return generateAuthenticationOptions({
    rpID: relyingParty(gawai),
    challenge: await newChallenge(gawai, { use, holder }),
    userVerification: 'required',
    ...(passkeys.length > 0 && { allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports })) }),
  })
}

/** Lets somebody in by passkey alone: it is something they have, and it knows them. */
export async function signInByPasskey(
  gawai: Doors,
  {
    signed,
    holder,
    peer,
    browser,
  }: { signed: AuthenticationResponseJSON; holder: string; peer: Peer; browser: string },
): Promise<SignIn> {
  const from = peerOf(await siteKey(gawai.storage, 'addresses'), peer)
  const seconds = await countPeer(gawai, from)
  if (seconds > 0) return { outcome: 'slow', seconds }
  const passkey = await findPasskey(gawai, signed.id)
  const proof = passkey && (await proofOf(gawai, { signed, passkey, asked: { use: 'sign-in', holder } }))
  if (!passkey || !proof) return { outcome: 'wrong' }
  const came = await gawai.write(async (unit): Promise<SignIn> =>
    (await spend(unit, passkey, proof))
      ? arrive(unit, { account: passkey.account, address: from.address, browser, by: 'passkey' })
      : { outcome: 'wrong' },
  )
  if (came.outcome === 'in') await giveBackPeer(gawai, from)
  return came
}

/** The second half of a sign-in, or a new proof of who is in already. */
export async function proveByPasskey(
  gawai: Doors,
  { session, signed }: { session: Session; signed: AuthenticationResponseJSON },
): Promise<SignIn> {
  const limits = gawai.use(openLimits)
  const seconds = await limits.take('passkey', String(session.account))
  if (seconds > 0) return { outcome: 'slow', seconds }
  const passkey = await findPasskey(gawai, signed.id)
  if (passkey?.account !== session.account) return { outcome: 'wrong' }
  const proof = await proofOf(gawai, { signed, passkey, asked: { use: 'prove', holder: heldBySession(session) } })
  if (!proof) return { outcome: 'wrong' }
  await limits.forgive('passkey', String(session.account))
  return gawai.write(async (unit) =>
    (await spend(unit, passkey, proof)) ? goOn(unit, session, 'passkey') : { outcome: 'wrong' },
  )
}

interface PasskeyProof {
  challenge: string
  counter: number
}

/** Undefined when it was not signed here, now, for them, by that passkey, by somebody whom it knows. */
async function proofOf(
  gawai: Doors,
  { signed, passkey, asked }: { signed: AuthenticationResponseJSON; passkey: Passkey; asked: Asked },
): Promise<PasskeyProof | undefined> {
  const { verifyAuthenticationResponse } = await webauthn()
  const said: Said = {}
  const { id, publicKey, counter, transports } = passkey
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: signed,
      ...expected(gawai, asked, said),
      credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter, transports },
    })
    if (!verified || said.challenge === undefined) return undefined
    return { challenge: said.challenge, counter: authenticationInfo.newCounter }
  } catch {
    return undefined
  }
}

/** Uses the challenge up and notes the use. @returns false when either was there before, or the passkey is gone */
async function spend(unit: Unit, { id }: Passkey, { challenge, counter }: PasskeyProof): Promise<boolean> {
  if (!(await spendChallenge(unit, challenge))) return false
  const noted = await unit.tx
    .updateTable('passkey')
    .set({ counter, used_at: unit.now })
    .where('id', '=', id)
    // Authenticators that do not count say 0 for ever; with one that does, a lower number is a copy's.
    .where((row) => row.or([row('counter', '<', counter), row('counter', '=', 0)]))
    .returning('id')
    .execute()
  return noted.length > 0
}
