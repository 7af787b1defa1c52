import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict } from '#platform/refusals.ts'

/**
 * A newsroom without an owner could never be changed again. Asked behind `record`, where a write beside this one has
 * waited for its turn: two owners who take each other's role at once must not both be the other's last.
 */
export async function refuseNoOwner(unit: Unit): Promise<void> {
  const owner = await owners(unit.tx).executeTakeFirst()
  if (!owner)
    throw new Conflict('This would leave the newsroom without an owner: make somebody else an owner first', {
      key: 'people.lastOwner',
    })
}

const owners = (db: Unit['tx']) =>
  db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select('account.id')
    .where('role', '=', 'owner')
    .where('section_id', 'is', null)
    .where('suspended_at', 'is', null)
    .limit(1)

/** Whether somebody can invite, give roles and change settings. */
export async function hasOwner({ db }: Pick<Gawai, 'db'>): Promise<boolean> {
  return (await owners(db).execute()).length > 0
}
