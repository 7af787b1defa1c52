import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Vouched } from '#platform/openid.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { factorsChanged, refuseNoWayIn } from './second-factor.ts'
import type { Session } from './session.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    /** Who an account is at another house (OpenID Connect). */
    openid_subject: { issuer: string; subject: string; account_id: Id; made_at: Instant; used_at: Instant }
  }
}

/** Another house by whose word an account can be entered. */
export interface OpenidLink {
  /** As the house names itself, an https address. */
  issuer: string
  madeAt: Instant
  usedAt: Instant
}

/** The houses that are linked to an account, the oldest first. */
export async function openidLinksOf({ db }: Pick<Gawai, 'db'>, account: Id): Promise<OpenidLink[]> {
  const rows = await db
    .selectFrom('openid_subject')
    .select(['issuer', 'made_at as madeAt', 'used_at as usedAt'])
    .where('account_id', '=', account)
    .orderBy('made_at')
    .orderBy('issuer')
    .execute()
  return rows
}

/** The account that is linked to this subject. */
export async function accountLinked({ tx }: Unit, { issuer, subject }: Vouched): Promise<Id | undefined> {
  const row = await tx
    .selectFrom('openid_subject')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** Writes down that a subject is this account's, as of now. */
export async function keepLink(unit: Unit, account: Id, { issuer, subject }: Vouched): Promise<void> {
  await unit.tx
    .insertInto('openid_subject')
    .values({ issuer, subject, account_id: account, made_at: unit.now, used_at: unit.now })
    .execute()
}

/**
 * Links a house to the account of somebody who is signed in and has just proved both: here who they are, there who they
 * are. Every other session ends.
 *
 * @throws Conflict when that subject is somebody else's, or another of that house is linked already
 */
export async function linkOpenid(
  unit: Unit,
  { session, vouched }: { session: Session; vouched: Vouched },
): Promise<void> {
  const { account, id: keep } = session
  const { issuer } = vouched
  const theirs = await accountLinked(unit, vouched)
  if (theirs === account) return
  if (theirs !== undefined)
    throw new Conflict('That sign-in opens another account of this newsroom', { key: 'factors.openidTaken' })
  const [other] = await linkAt(unit, account, issuer)
  if (other)
    throw new Conflict('Another sign-in of that provider is linked to this account: end that link first', {
      key: 'factors.openidOther',
    })
  await keepLink(unit, account, vouched)
  await factorsChanged(unit, { account, what: 'openid-linked', by: account, keep, details: { issuer } })
}

const linkAt = ({ tx }: Unit, account: Id, issuer: string) =>
  tx
    .selectFrom('openid_subject')
    .select('subject')
    .where('account_id', '=', account)
    .where('issuer', '=', issuer)
    .execute()

/**
 * Ends the link of an account to a house, and every other session. Whoever has a password, a passkey or a code app is
 * linked again only by themselves (`linkOpenid`).
 *
 * @throws NotFound when it is not theirs
 * @throws Conflict when they could not come in any more
 */
export async function endOpenidLink(
  unit: Unit,
  { account, issuer, session }: { account: Id; issuer: string; session: Id },
): Promise<void> {
  const ended = await unit.tx
    .deleteFrom('openid_subject')
    .where('account_id', '=', account)
    .where('issuer', '=', issuer)
    .returning('issuer')
    .execute()
  if (ended.length === 0) throw new NotFound('There is no such link', { key: 'factors.openidNone' })
  await factorsChanged(unit, { account, what: 'openid-ended', by: account, keep: session, details: { issuer } })
  await refuseNoWayIn(unit, account)
}
