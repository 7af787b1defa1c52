import { sql } from 'kysely'
import type { Gawai } from '#platform/gawai.ts'
import { openSession } from '../../src/people/doors/session.ts'
import { makeAccount } from '../../src/people/account.ts'
import { upTo } from './rows.ts'

/** An owner who is signed in. @returns the token */
export const signIn = ({ write }: Pick<Gawai, 'write'>): Promise<string> =>
  write(async (unit) => {
    const who = { name: 'Pemilik', email: 'pemilik@gawai.example', lang: 'id', grants: [{ role: 'owner' }] } as const
    return openSession(unit, { account: await makeAccount(unit, who), state: 'full', address: '', browser: '' })
  })

/** Rows as the program would write them, by one query each. */
export async function fillPeople({ write, db }: Gawai, accounts: number, entries: number): Promise<void> {
  await write(async ({ tx }) => {
    const all = upTo(accounts, 2)
    await sql`insert into person (id, slug, name, initials, made_at) ${all} select i, 'orang-' || i, 'Orang ' || i, 'O', 1 from n`.execute(
      tx,
    )
    await sql`insert into account (id, person_id, email, email_key, lang, password, made_at, suspended_at) ${all} select i, i, 'o' || i || '@a.id', 'o' || i || '@a.id', 'id', null, 1, null from n`.execute(
      tx,
    )
    await sql`insert into role_grant (id, account_id, role, section_id) ${all} select i, i, 'writer', null from n`.execute(
      tx,
    )
    await sql`insert into audit (position, at, by_account, action, object, details, previous, hash) ${upTo(entries, 2)} select i, i, 2 + i % ${sql.lit(accounts - 2)}, 'thing.changed', 'thing:' || i, '{}', 'x', 'x' from n`.execute(
      tx,
    )
    await tx.updateTable('audit_end').set({ position: entries }).execute()
  })
  await sql`analyze`.execute(db).catch(() => undefined)
}
