import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import type { Grant } from '../can.ts'
import { tokenHash } from './token.ts'

/**
 * `owner`: makes the first account. `invite`: makes one with these roles. `reset`: sets another password, on the word of
 * an owner or of whoever has the machine. `forgotten`: the same, for whoever typed the address.
 */
export type InvitationKind = 'owner' | 'invite' | 'reset' | 'forgotten'

interface InvitationTable {
  id: Id
  token_hash: string
  kind: InvitationKind
  email: string
  name: string
  lang: Language
  /** JSON of `Grant[]`. */
  grants: string
  account_id: Id | null
  made_at: Instant
  made_by: Id | null
  due_at: Instant
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    invitation: InvitationTable
  }
}

/** What a link is good for, and for whom. */
export interface Invitation {
  id: Id
  kind: InvitationKind
  email: string
  name: string
  lang: Language
  grants: readonly Grant[]
  account?: Id
  madeAt: Instant
  dueAt: Instant
}

/** Whether a link sets another password for an account that is there. */
export const isReset = ({ kind }: Pick<Invitation, 'kind'>): boolean => kind === 'reset' || kind === 'forgotten'

/** What a link is good for; undefined when it was used, replaced or is too old. */
export async function findInvitation(
  { db, clock }: Pick<Gawai, 'db' | 'clock'>,
  token: string,
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('due_at', '>', clock.now())
    .executeTakeFirst()
  return row && invitationOf(row)
}

export const invitationOf = ({ account_id, grants, made_at, due_at, ...row }: InvitationTable): Invitation => ({
  id: row.id,
  kind: row.kind,
  email: row.email,
  name: row.name,
  lang: row.lang,
  grants: JSON.parse(grants) as Grant[], // oxlint-disable-line typescript/no-unsafe-type-assertion -- written above
  madeAt: made_at,
  dueAt: due_at,
  ...(account_id !== null && { account: account_id }),
})

/** Who may not invite any more has invited nobody: else a link that was made before would lead back in. */
export async function endInvitationsBy(unit: Unit, account: Id): Promise<void> {
  await unit.tx.deleteFrom('invitation').where('made_by', '=', account).execute()
}

/** Takes out what is too old. */
export async function forgetInvitations(unit: Unit): Promise<void> {
  await unit.tx.deleteFrom('invitation').where('due_at', '<', unit.now).execute()
}
