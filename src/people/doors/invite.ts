import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { emailKey } from '../account.ts'
import { record } from '../audit.ts'
import type { Invitation } from './invitation.ts'
import { newInvitation } from './new-invitation.ts'

/** A link for whoever is to own this newsroom. The one before it is of no use any more. @returns its token */
export function inviteOwner(unit: Unit, lang: Language): Promise<string> {
  return newInvitation(unit, { kind: 'owner', email: '', name: '', lang, grants: [{ role: 'owner' }] })
}

/**
 * Invites somebody. An open invitation for the same address is replaced.
 *
 * @returns the token of the link
 * @throws Conflict when the address has an account
 */
export async function invite(
  unit: Unit,
  { email, by, ...facts }: Pick<Invitation, 'email' | 'name' | 'lang' | 'grants'> & { by?: Id },
): Promise<string> {
  const address = emailKey(email)
  const known = await unit.tx.selectFrom('account').select('id').where('email_key', '=', address).executeTakeFirst()
  if (known) throw new Conflict(`${email} has an account already`, { key: 'people.hasAccount', values: { email } })
  const token = await newInvitation(unit, { kind: 'invite', email: address, by, ...facts })
  await record(unit, { by, action: 'account.invited', object: 'invitation', details: { name: facts.name } })
  return token
}
