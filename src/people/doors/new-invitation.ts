import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Invitation, InvitationKind } from './invitation.ts'
import { newToken, tokenHash } from './token.ts'

const anHour = 60 * 60 * 1000
const lastsFor: Record<InvitationKind, number> = {
  owner: 24 * anHour,
  invite: 7 * 24 * anHour,
  reset: anHour,
  forgotten: anHour,
}

type NewInvitation = Pick<Invitation, 'kind' | 'email' | 'name' | 'lang' | 'grants'> & {
  account?: Id | undefined
  by?: Id | undefined
}

/** Writes an invitation down. @returns the token of its link, which is kept nowhere */
export async function newInvitation(unit: Unit, { account, by, grants, ...facts }: NewInvitation): Promise<string> {
  const token = newToken()
  await endReplaced(unit, { ...facts, by })
  await unit.tx
    .insertInto('invitation')
    .values({
      ...facts,
      id: unit.newId(),
      token_hash: tokenHash(token),
      grants: JSON.stringify(grants),
      account_id: account ?? null,
      made_at: unit.now,
      made_by: by ?? null,
      due_at: unit.now + lastsFor[facts.kind],
    })
    .execute()
  return token
}

/**
 * Ends what a new link stands in for. Whoever makes one for another password ends only their own, and whoever merely
 * typed an address ends none: else a stranger could take the link away that was made for somebody who is locked out.
 */
async function endReplaced(
  unit: Unit,
  { kind, email, by }: Pick<Invitation, 'kind' | 'email'> & { by: Id | undefined },
): Promise<void> {
  if (kind === 'forgotten') return
  let open = unit.tx.deleteFrom('invitation').where('kind', '=', kind).where('email', '=', email)
  if (kind === 'reset') open = open.where('made_by', by === undefined ? 'is' : '=', by ?? null)
  await open.execute()
}
