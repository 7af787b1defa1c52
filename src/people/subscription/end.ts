import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { mailAddress } from '#platform/mail/mail-address.ts'
import { siteKey } from '#platform/site-key.ts'
import { findSubscriber } from './subscriber.ts'
import './tables.ts'

/**
 * Spells and reads the tokens by which a subscription ends without a sign-in. They are signed, not kept: every letter
 * carries one, for as long as it lies in somebody's box.
 */
export async function endTokens({ storage }: Pick<Gawai, 'storage'>) {
  const key = await siteKey(storage, 'subscriptions')
  const of = (subscription: Id) => `${subscription}-${key.mac(`end ${subscription}`)}`
  return {
    of,
    read(token: string): Id | undefined {
      const id = Number(/^([1-9]\d{0,15})-[\w-]{43}$/.exec(token)?.[1])
      // Compared after a digest that nobody without the key can make: time tells nothing of it.
      return Number.isSafeInteger(id) && key.mac(of(id)) === key.mac(token) ? id : undefined
    },
  }
}

/** Ends the subscription of a letter. The same answer for whatever the token is, and as often as it is asked. */
export async function unsubscribe(gawai: Gawai, token: string): Promise<void> {
  const id = (await endTokens(gawai)).read(token)
  if (id === undefined) return
  await gawai.write(async (unit) => {
    await unit.tx.deleteFrom('subscription').where('id', '=', id).execute()
  })
}

/** Ends everything that the receiver of a letter follows. Once its own subscription has ended, its token is spent. */
export async function unsubscribeAll(gawai: Gawai, token: string): Promise<void> {
  const id = (await endTokens(gawai)).read(token)
  if (id === undefined) return
  await gawai.write(async (unit) => {
    const row = await unit.tx.selectFrom('subscription').select('subscriber_id').where('id', '=', id).executeTakeFirst()
    if (row) await endAll(unit, row.subscriber_id)
  })
}

/** Ends everything that a subscriber follows. */
export async function endAll(unit: Unit, subscriber: Id): Promise<void> {
  await unit.tx.deleteFrom('subscription').where('subscriber_id', '=', subscriber).execute()
}

/** Ends some of what a subscriber follows; what is not theirs stays. */
export async function endSome(unit: Unit, subscriber: Id, which: readonly Id[]): Promise<void> {
  if (which.length === 0) return
  await unit.tx
    .deleteFrom('subscription')
    .where('subscriber_id', '=', subscriber)
    .where('id', 'in', [...which])
    .execute()
}

/** Forgets all that is known of an address, also that it was ever asked. */
export async function erase(unit: Unit, address: string): Promise<void> {
  const parsed = mailAddress.safeParse(address)
  const subscriber = parsed.success ? await findSubscriber(unit, parsed.data) : undefined
  if (subscriber === undefined) return
  await endAll(unit, subscriber)
  await unit.tx.deleteFrom('subscriber_link').where('subscriber_id', '=', subscriber).execute()
  await unit.tx.deleteFrom('subscriber').where('id', '=', subscriber).execute()
}
