import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { grantsOf } from '../accounts-list.ts'
import type { Actor } from '../can.ts'

const byAccount = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as account', 'person_id as person', 'name', 'lang'])
    .where('account.id', '=', blank.id),
)

/** Who it is that a session belongs to, with their rights as they are at this moment. */
export async function actorOf({ db }: Pick<Gawai, 'db'>, account: Id): Promise<Actor | undefined> {
  const [row] = await byAccount(db, { id: account })
  return row && { ...row, grants: (await grantsOf(db, [account])).get(account) ?? [] }
}
