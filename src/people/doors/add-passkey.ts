import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, Invalid } from '#platform/refusals.ts'
import { siteName } from '#platform/settings.ts'
import { siteKey } from '#platform/site-key.ts'
import { type Asked, newChallenge, spendChallenge } from './challenge.ts'
import {
  algorithms,
  type Doors,
  expected,
  heldBySession,
  relyingParty,
  type Said,
  webauthn,
} from './passkey-ceremony.ts'
import { passkeysOf } from './passkey.ts'
import { newRecoveryCodes } from './recovery-code.ts'
import { factorsChanged, factorsFor, hasSecondFactor } from './second-factor.ts'
import type { Session } from './session.ts'

/** By this an authenticator knows whose a passkey is; it says nothing of them. */
async function handleOf({ storage }: Pick<Gawai, 'storage'>, account: Id): Promise<Uint8Array<ArrayBuffer>> {
  const key = await siteKey(storage, 'passkeys')
  return Uint8Array.from(Buffer.from(key.mac(`account ${account}`), 'base64url'))
}

/** What a browser needs to make a passkey for somebody who is signed in. */
export async function askForNewPasskey(
  gawai: Doors,
  { session, name, email }: { session: Session; name: string; email: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webauthn()
  return generateRegistrationOptions({
    rpName: gawai.settings.get(siteName),
    rpID: relyingParty(gawai),
    userID: await handleOf(gawai, session.account),
    userName: email,
    userDisplayName: name,
    challenge: await newChallenge(gawai, { use: 'register', holder: heldBySession(session) }),
    excludeCredentials: (await passkeysOf(gawai, session.account)).map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
}

/**
 * Keeps a passkey that was just made.
 *
 * @returns recovery codes when there was no second factor before
 * @throws Invalid when it was not made here, now, for them, by somebody whom it knows
 */
export async function addPasskey(
  gawai: Doors,
  { session, made, name }: { session: Session; made: RegistrationResponseJSON; name: string },
): Promise<string[]> {
  const { account } = session
  const asked: Asked = { use: 'register', holder: heldBySession(session) }
  const { verifyRegistrationResponse } = await webauthn()
  const said: Said = {}
  const { verified, registrationInfo } = await orRefuse(
    verifyRegistrationResponse({
      response: made,
      ...expected(gawai, asked, said),
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!verified) throw notAccepted()
  const { id, publicKey, counter } = registrationInfo.credential
  return gawai.write(async (unit) => {
    if (!(await spendChallenge(unit, said.challenge ?? ''))) throw notAccepted()
    const known = await unit.tx.selectFrom('passkey').select('id').where('id', '=', id).executeTakeFirst()
    if (known) throw new Conflict('This passkey is there already', { key: 'factors.passkeyKnown' })
    const before = await factorsFor(unit.tx, account)
    await unit.tx
      .insertInto('passkey')
      .values({
        id,
        account_id: account,
        public_key: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: JSON.stringify(made.response.transports ?? []),
        name,
        made_at: unit.now,
        used_at: null,
      })
      .execute()
    const codes = hasSecondFactor(before) ? [] : await newRecoveryCodes(unit, account)
    await factorsChanged(unit, { account, what: 'passkey-added', by: account, keep: session.id, details: { name } })
    return codes
  })
}

const notAccepted = () =>
  new Invalid('This passkey was not accepted: try again, or come in another way', { key: 'factors.passkeyRefused' })

/** The library throws a plain error for everything that does not fit, and what it says is not for the person. */
async function orRefuse<T>(proof: Promise<T>): Promise<T> {
  try {
    return await proof
  } catch {
    throw notAccepted()
  }
}
