import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { record } from '../audit.ts'
import { type Invitation, invitationOf } from './invitation.ts'

/** Those that nobody has used yet, the newest first. */
export async function openInvitations({ db, clock }: Pick<Gawai, 'db' | 'clock'>): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('kind', '=', 'invite')
    .where('due_at', '>', clock.now())
    .orderBy('id', 'desc')
    .limit(mostOpen)
    .execute()
  return rows.map(invitationOf)
}

const mostOpen = 200

/** Takes an invitation back: its link leads nowhere from now on. */
export async function withdrawInvitation(unit: Unit, { invitation, by }: { invitation: Id; by: Id }): Promise<void> {
  const row = await unit.tx
    .deleteFrom('invitation')
    .where('id', '=', invitation)
    .where('kind', '=', 'invite')
    .returning('name')
    .executeTakeFirst()
  if (row)
    await record(unit, {
      by,
      action: 'account.invitation-withdrawn',
      object: 'invitation',
      details: { name: row.name },
    })
}
