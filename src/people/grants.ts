import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { record } from './audit.ts'
import type { Grant } from './can.ts'
import { endInvitationsBy } from './doors/invitation.ts'
import { endSessions } from './doors/session.ts'
import { refuseNoOwner } from './owners.ts'
import type { Role } from './rights.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    role_grant: { id: Id; account_id: Id; role: Role; section_id: Id | null }
  }
}

/** Writes an account's roles down in place of those that it had. */
export async function writeGrants(unit: Unit, account: Id, grants: readonly Grant[]): Promise<void> {
  await unit.tx.deleteFrom('role_grant').where('account_id', '=', account).execute()
  const rows = grants.map(({ role, section }) => ({
    id: unit.newId(),
    account_id: account,
    role,
    section_id: section ?? null,
  }))
  if (rows.length > 0) await unit.tx.insertInto('role_grant').values(rows).execute()
}

/** Roles as the audit log spells them: `editor of section:7, writer`. */
export const rolesIn = (grants: readonly Grant[]): string =>
  grants.map(({ role, section }) => (section === undefined ? role : `${role} of section:${section}`)).join(', ')

/** Gives these roles and no others. Every session of the account ends: the next one has the new rights. */
export async function changeGrants(
  unit: Unit,
  { account, grants, by }: { account: Id; grants: readonly Grant[]; by: Id | undefined },
): Promise<void> {
  await writeGrants(unit, account, grants)
  await endSessions(unit, account)
  if (!grants.some(({ role }) => role === 'owner')) await endInvitationsBy(unit, account)
  await record(unit, {
    by,
    action: 'account.granted',
    object: `account:${account}`,
    details: { roles: rolesIn(grants) },
  })
  unit.tell({ kind: 'account.changed', account, what: 'roles' })
  await refuseNoOwner(unit)
}
