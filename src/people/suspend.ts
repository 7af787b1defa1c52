import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { record } from './audit.ts'
import { endInvitationsBy } from './doors/invitation.ts'
import { endSessions } from './doors/session.ts'
import { refuseNoOwner } from './owners.ts'

/** Keeps somebody out, or lets them in again. Their name stays on what they signed. */
export async function suspendAccount(
  unit: Unit,
  { account, isSuspended, by }: { account: Id; isSuspended: boolean; by: Id | undefined },
): Promise<void> {
  await unit.tx
    .updateTable('account')
    .set({ suspended_at: isSuspended ? unit.now : null })
    .where('id', '=', account)
    .execute()
  await endSessions(unit, account)
  if (isSuspended) await endInvitationsBy(unit, account)
  const action = isSuspended ? 'account.suspended' : 'account.restored'
  await record(unit, { by, action, object: `account:${account}` })
  await refuseNoOwner(unit)
}
