import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { changePassword, emailKey, makeAccount } from '../account.ts'
import { record } from '../audit.ts'
import type { Grant } from '../can.ts'
import { newToken, tokenHash } from './token.ts'

/** `owner`: makes the first account. `invite`: makes one with these roles. `reset`: sets another password. */
type InvitationKind = 'owner' | 'invite' | 'reset'

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

const anHour = 60 * 60 * 1000
const lastsFor: Record<InvitationKind, number> = { owner: 24 * anHour, invite: 7 * 24 * anHour, reset: anHour }

type NewInvitation = Pick<Invitation, 'kind' | 'email' | 'name' | 'lang' | 'grants'> & { account?: Id; by?: Id }

/** Writes an invitation down. One that was open for the same person and the same thing ends. */
async function newInvitation(unit: Unit, { account, by, grants, ...facts }: NewInvitation): Promise<string> {
  const token = newToken()
  await unit.tx.deleteFrom('invitation').where('kind', '=', facts.kind).where('email', '=', facts.email).execute()
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
  const token = await newInvitation(unit, { kind: 'invite', email: address, ...(by !== undefined && { by }), ...facts })
  await record(unit, { by, action: 'account.invited', object: 'invitation', details: { name: facts.name } })
  return token
}

/** A link with which somebody sets another password. Nobody stands for it (`by`) when they asked for it themselves. @returns its token */
export async function inviteToReset(
  unit: Unit,
  { account, by }: { account: { account: Id; email: string; name: string; lang: Language }; by?: Id },
): Promise<string> {
  const { email, name, lang } = account
  await record(unit, { by, action: 'account.reset-link', object: `account:${account.account}` })
  return newInvitation(unit, {
    kind: 'reset',
    email: emailKey(email),
    name,
    lang,
    grants: [],
    account: account.account,
    ...(by !== undefined && { by }),
  })
}

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

const invitationOf = ({ account_id, grants, made_at, due_at, ...row }: InvitationTable): Invitation => ({
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
  const { kind, grants, account } = invitationOf(row)
  if (kind === 'reset' && account !== undefined) {
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

/** Takes out what is too old. */
export async function forgetInvitations(unit: Unit): Promise<void> {
  await unit.tx.deleteFrom('invitation').where('due_at', '<', unit.now).execute()
}
