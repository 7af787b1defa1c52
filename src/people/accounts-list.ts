import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { emailKey } from './account.ts'
import type { Actor, Grant } from './can.ts'
import { type Factors, factorsOf } from './doors/second-factor.ts'
import { isRole } from './rights.ts'

/** An account as the newsroom lists it. */
export interface Account extends Actor {
  email: string
  initials: string
  madeAt: Instant
  isSuspended: boolean
  hasPassword: boolean
  factors: Factors
}

const accounts = (db: Gawai['db']) =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'account.id as account',
      'person_id as person',
      'name',
      'initials',
      'email',
      'lang',
      'account.made_at',
      'suspended_at',
      'password',
    ])

/** @throws NotFound */
export async function findAccount({ db }: Pick<Gawai, 'db'>, id: Id): Promise<Account> {
  const rows = await accounts(db).where('account.id', '=', id).execute()
  const [account] = await withGrants(db, rows)
  if (!account) throw new NotFound('There is no such account', { key: 'refusedPerson.noAccount' })
  return account
}

/** The account of somebody who is to get a letter, by id or address; none for who is kept out. */
export function findForLetter(
  tx: Unit['tx'],
  { account, email }: { account?: Id; email?: string },
): Promise<{ account: Id; name: string; email: string; lang: Language } | undefined> {
  let query = tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as account', 'name', 'email', 'lang'])
    .where('suspended_at', 'is', null)
  if (account !== undefined) query = query.where('account.id', '=', account)
  if (email !== undefined) query = query.where('email_key', '=', emailKey(email))
  return query.executeTakeFirst()
}

/** Everybody who may come in, by name, with what they may do at this moment. */
export async function everyActor(db: Gawai['db']): Promise<Actor[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as account', 'person_id as person', 'name', 'lang'])
    .where('suspended_at', 'is', null)
    .orderBy('name')
    .limit(mostActors)
    .execute()
  const grants = await grantsOf(
    db,
    rows.map(({ account }) => account),
  )
  return rows.map((row) => ({ ...row, grants: grants.get(row.account) ?? [] }))
}

/** No newsroom is larger. */
const mostActors = 2000

/** Those that are there, by name; the next page begins behind the last name and person. */
export async function accountsPage(
  { db }: Pick<Gawai, 'db'>,
  { after, limit }: { after?: { name: string; person: Id } | undefined; limit: number },
): Promise<Account[]> {
  let query = accounts(db).orderBy('name').orderBy('person.id').limit(limit)
  if (after)
    query = query.where((row) => row(row.refTuple('name', 'person.id'), '>', row.tuple(after.name, after.person)))
  return withGrants(db, await query.execute())
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]

async function withGrants(db: Gawai['db'], rows: readonly AccountRow[]): Promise<Account[]> {
  const grants = await grantsOf(
    db,
    rows.map(({ account }) => account),
  )
  const factors = await factorsOf(
    db,
    rows.map(({ account }) => account),
  )
  return rows.map(({ made_at, suspended_at, password, ...row }) => ({
    ...row,
    grants: grants.get(row.account) ?? [],
    madeAt: made_at,
    isSuspended: suspended_at !== null,
    hasPassword: password !== null,
    factors: factors(row.account),
  }))
}

/** What each of these accounts was given, by account. A role that the program knows no more counts for nothing. */
export async function grantsOf(db: Gawai['db'], accountIds: readonly Id[]): Promise<Map<Id, Grant[]>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('role_grant')
    .select(['account_id', 'role', 'section_id'])
    .where('account_id', 'in', accountIds)
    .orderBy('id')
    .execute()
  const known = rows.filter(({ role }) => isRole(role))
  return new Map(
    [...Map.groupBy(known, ({ account_id }) => account_id)].map(([id, held]) => [
      id,
      held.map(({ role, section_id }) => ({ role, ...(section_id !== null && { section: section_id }) })),
    ]),
  )
}
