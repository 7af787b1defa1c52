import { z } from 'zod'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { factorsChanged, refuseNoWayIn } from './second-factor.ts'
import { NotFound } from '#platform/refusals.ts'

interface PasskeyTable {
  /** The credential's id, as the authenticator made it. */
  id: string
  account_id: Id
  /** COSE, in base64url. */
  public_key: string
  /** How often it was used, as far as the authenticator counts. */
  counter: number
  /** JSON: how a browser reaches it. */
  transports: string
  name: string
  made_at: Instant
  used_at: Instant | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    passkey: PasskeyTable
  }
}

/** A passkey as it is kept: the public half, and what its browser said of it. */
export interface Passkey {
  id: string
  account: Id
  publicKey: string
  counter: number
  transports: string[]
  name: string
  madeAt: Instant
  usedAt?: Instant
}

const transportsForm = z.array(z.string())

const passkeyOf = ({ id, account_id, public_key, counter, transports, name, ...row }: PasskeyTable): Passkey => ({
  id,
  account: account_id,
  publicKey: public_key,
  counter,
  transports: transportsForm.parse(JSON.parse(transports)),
  name,
  madeAt: row.made_at,
  ...(row.used_at !== null && { usedAt: row.used_at }),
})

/** Somebody's passkeys, the oldest first. */
export async function passkeysOf({ db }: Pick<Gawai, 'db'>, account: Id): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(passkeyOf)
}

/** The passkey with that id, of somebody who may come in. */
export async function findPasskey({ db }: Pick<Gawai, 'db'>, id: string): Promise<Passkey | undefined> {
  const row = await db
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.account_id')
    .selectAll('passkey')
    .where('passkey.id', '=', id)
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
  return row && passkeyOf(row)
}

interface Owned {
  account: Id
  passkey: string
}

/** @throws NotFound when it is not theirs */
export async function renamePasskey(unit: Unit, { account, passkey, name }: Owned & { name: string }): Promise<void> {
  const row = await unit.tx
    .updateTable('passkey')
    .set({ name })
    .where('id', '=', passkey)
    .where('account_id', '=', account)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw noPasskey()
}

/**
 * Takes a passkey away and ends every other session.
 *
 * @throws NotFound when it is not theirs
 * @throws Conflict when they could not come in any more
 */
export async function removePasskey(
  unit: Unit,
  { account, passkey, session }: Owned & { session: Id },
): Promise<{ name: string }> {
  const row = await unit.tx
    .deleteFrom('passkey')
    .where('id', '=', passkey)
    .where('account_id', '=', account)
    .returning('name')
    .executeTakeFirst()
  if (!row) throw noPasskey()
  await factorsChanged(unit, { account, what: 'passkey-removed', by: account, keep: session })
  await refuseNoWayIn(unit, account)
  return row
}

const noPasskey = () => new NotFound('There is no such passkey: load the page anew', { key: 'refusedPerson.noPasskey' })
