import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { record } from '../audit.ts'
import { endSessions } from './session.ts'

/** Ends every session of an account but perhaps one, because they or an owner asked for it. */
export async function signOutEverywhere(
  unit: Unit,
  { account, by, keep }: { account: Id; by: Id; keep?: Id },
): Promise<void> {
  await endSessions(unit, account, keep)
  await record(unit, { by, action: 'account.sessions-ended', object: `account:${account}` })
}
