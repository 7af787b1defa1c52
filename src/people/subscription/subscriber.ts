import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { mailKey } from '#platform/mail/mail-address.ts'
import './tables.ts'

/** Who is told by mail at that address; undefined for one that never asked for anything. */
export async function findSubscriber(unit: Unit, address: string): Promise<Id | undefined> {
  const known = await unit.tx
    .selectFrom('subscriber')
    .select('id')
    .where('channel', '=', 'mail')
    .where('address_key', '=', mailKey(address))
    .executeTakeFirst()
  return known?.id
}

/** Who is told by mail at that address; known from now on. */
export async function keepSubscriber(unit: Unit, address: string): Promise<Id> {
  const known = await findSubscriber(unit, address)
  if (known !== undefined) return known
  const id = unit.newId()
  await unit.tx
    .insertInto('subscriber')
    .values({ id, channel: 'mail', address, address_key: mailKey(address), asked_at: 0, unknown_at: null })
    .onConflict((conflict) => conflict.columns(['channel', 'address_key']).doNothing())
    .execute()
  // On PostgreSQL another unit may have added it since this one looked.
  return (await findSubscriber(unit, address)) ?? id
}
