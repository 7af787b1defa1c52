import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { mailAddress, mailKey } from '#platform/mail/mail-address.ts'
import { Conflict } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { record } from './audit.ts'
import type { Grant } from './can.ts'
import { endSessions } from './doors/session.ts'
import { rolesIn, writeGrants } from './grants.ts'
import { keepPerson } from './person.ts'

interface AccountTable {
  id: Id
  person_id: Id
  /** As it was given. */
  email: string
  /** For comparing: two that differ only in capitals are one. */
  email_key: string
  lang: Language
  /** PHC string; none for who comes in only by passkey or another house's sign-in. */
  password: string | null
  made_at: Instant
  suspended_at: Instant | null
  /** When they wanted to hear no more of a second factor. */
  reminded_at: Instant | null
}

declare module '#platform/events.ts' {
  interface Events {
    /** Whoever owns the account should hear of it. */
    'account.changed': { account: Id; what: 'password' | 'factors' | 'roles' }
  }
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    account: AccountTable
  }
}

/** Who is to be let in. */
export interface NewAccount {
  name: string
  email: string
  lang: Language
  /** Hashed already: a unit waits for nothing. */
  password?: string | undefined
  grants: readonly Grant[]
  /** Undefined for the program itself. */
  by?: Id | undefined
}

/** By this two spellings are compared; what is no address at all is nobody's. */
export const emailKey = (email: string): string =>
  mailKey(mailAddress.safeParse(email).data ?? email.trim().normalize('NFC'))

/**
 * Lets somebody in from now on. Whoever signed articles under that name already is that person.
 *
 * @throws Conflict when the address or the person has an account
 */
export async function makeAccount(unit: Unit, { name, email, lang, password, grants, by }: NewAccount): Promise<Id> {
  const person = await keepPerson(unit, { name })
  const known = await unit.tx
    .selectFrom('account')
    .select('email_key')
    .where((row) => row.or([row('email_key', '=', emailKey(email)), row('person_id', '=', person)]))
    .executeTakeFirst()
  if (known)
    throw known.email_key === emailKey(email)
      ? new Conflict(`${email} has an account already`, { key: 'people.hasAccount', values: { email } })
      : new Conflict(
          `${name} has an account already, with another address: if it is somebody else, add a second name`,
          { key: 'people.sameName', values: { name } },
        )
  const id = unit.newId()
  const row = { id, person_id: person, email: email.trim(), email_key: emailKey(email), lang, made_at: unit.now }
  await unit.tx
    .insertInto('account')
    .values({ ...row, password: password ?? null, suspended_at: null, reminded_at: null })
    .execute()
  await writeGrants(unit, id, grants)
  await record(unit, { by, action: 'account.made', object: `account:${id}`, details: { name, roles: rolesIn(grants) } })
  return id
}

/**
 * Sets another password (hashed) and ends every session but the one it was changed in. Links that were open to set one
 * are of no use any more.
 */
export async function changePassword(
  unit: Unit,
  { account, password, keep }: { account: Id; password: string; keep?: Id },
): Promise<void> {
  await unit.tx.updateTable('account').set({ password }).where('id', '=', account).execute()
  await unit.tx.deleteFrom('invitation').where('account_id', '=', account).execute()
  await endSessions(unit, account, keep)
  await record(unit, { by: account, action: 'account.password-changed', object: `account:${account}` })
  unit.tell({ kind: 'account.changed', account, what: 'password' })
}

/** In which language the newsroom speaks to somebody. */
export async function changeLanguage(unit: Unit, { account, lang }: { account: Id; lang: Language }): Promise<void> {
  await unit.tx.updateTable('account').set({ lang }).where('id', '=', account).execute()
}
