import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { changePassword, emailKey, makeAccount } from '../account.ts'
import { invitationOf, isReset } from './invitation.ts'
import { tokenHash } from './token.ts'

/** Whoever comes through the door: how they are called and with what they sign in. */
export interface Entering {
  name: string
  email: string
  lang: Language
  /** Hashed. */
  password: string
}

/**
 * Uses an invitation: makes the account, or sets the password anew and ends every session.
 *
 * @returns the account
 * @throws NotFound when it was used meanwhile or is too old
 * @throws Conflict when somebody else of the newsroom has the name
 */
export async function useInvitation(unit: Unit, token: string, { password, ...who }: Entering): Promise<Id> {
  const row = await unit.tx
    .deleteFrom('invitation')
    .where('token_hash', '=', tokenHash(token))
    .where('due_at', '>', unit.now)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new NotFound('This link was used already, or is too old: ask for another', { key: 'doors.deadLink' })
  const invitation = invitationOf(row)
  const { kind, grants, account } = invitation
  if (isReset(invitation) && account !== undefined) {
    await changePassword(unit, { account, password })
    return account
  }
  if (kind === 'invite') await refuseOthersName(unit, { invited: row.name, name: who.name })
  return makeAccount(unit, { ...who, password, grants, by: row.made_by ?? undefined })
}

/** Uses an open invitation of somebody whose address another house has verified. @returns the account, without a password */
export async function enterByMail(unit: Unit, email: string): Promise<Id | undefined> {
  const row = await unit.tx
    .deleteFrom('invitation')
    .where('kind', '=', 'invite')
    .where('email', '=', emailKey(email))
    .where('due_at', '>', unit.now)
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  const { name, lang, grants } = invitationOf(row)
  return makeAccount(unit, { name, email, lang, grants, by: row.made_by ?? undefined })
}

/**
 * Under whose name somebody comes in, theirs is what was signed with it. That is for whoever invites to say, not for
 * whoever was invited.
 */
async function refuseOthersName(unit: Unit, { invited, name }: { invited: string; name: string }): Promise<void> {
  if (slugOf(name) === slugOf(invited)) return
  const other = await unit.tx.selectFrom('person').select('id').where('slug', '=', slugOf(name)).executeTakeFirst()
  if (other)
    throw new Conflict(`${name} is somebody of this newsroom already: ask to be invited under that name if it is you`, {
      key: 'people.othersName',
      values: { name },
    })
}
