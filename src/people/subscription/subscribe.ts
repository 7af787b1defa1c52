import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { mailAddress, mailKey } from '#platform/mail/mail-address.ts'
import { Invalid } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { sendLink } from './link.ts'
import './tables.ts'

/** More waiting for one address than this nobody has asked for in earnest. */
const mostWaiting = 20

interface Wish {
  address: string
  lang: Language
  /** What is to be followed: `thread:17`. */
  subject: string
  /** The same in words, in `lang`: they stand in letters and in the list of what somebody follows. */
  name: string
}

/**
 * Somebody wants to be told by mail of what happens with a subject. Nothing is sent but a letter with a link: only who
 * opens it says that the address is theirs. The answer is the same whatever is known of the address.
 *
 * @throws Invalid when the address is none
 */
export async function subscribe(gawai: Gawai, { address, lang, subject, name }: Wish): Promise<void> {
  const to = proven(address)
  await gawai.write(async (unit) => {
    const subscriber = (await findSubscriber(unit, to)) ?? (await add(unit, to))
    await wait(unit, { subscriber, subject, name, lang })
    await sendLink(unit, gawai, { subscriber, lang })
  })
}

/**
 * Sends somebody the link to what they follow. To an address that follows nothing nothing is sent; the answer is the same.
 *
 * @throws Invalid when the address is none
 */
export async function askForLink(gawai: Gawai, { address, lang }: Pick<Wish, 'address' | 'lang'>): Promise<void> {
  const to = proven(address)
  await gawai.write(async (unit) => {
    const subscriber = await findSubscriber(unit, to)
    if (subscriber === undefined) return
    const one = await unit.tx
      .selectFrom('subscription')
      .select('id')
      .where('subscriber_id', '=', subscriber)
      .limit(1)
      .executeTakeFirst()
    if (one) await sendLink(unit, gawai, { subscriber, lang })
  })
}

function proven(address: string): string {
  const parsed = mailAddress.safeParse(address)
  if (parsed.success) return parsed.data
  throw new Invalid(`This is no mail address: ${z.prettifyError(parsed.error)}`, { key: 'subscription.noAddress' })
}

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

async function add(unit: Unit, address: string): Promise<Id> {
  const id = unit.newId()
  await unit.tx
    .insertInto('subscriber')
    .values({ id, channel: 'mail', address, address_key: mailKey(address), asked_at: 0, unknown_at: null })
    .onConflict((conflict) => conflict.columns(['channel', 'address_key']).doNothing())
    .execute()
  // On PostgreSQL another unit may have added it since this one looked.
  return (await findSubscriber(unit, address)) ?? id
}

interface Waiting {
  subscriber: Id
  subject: string
  name: string
  lang: Language
}

/** What is confirmed already stays as it is. */
async function wait(unit: Unit, { subscriber, subject, name, lang }: Waiting): Promise<void> {
  const waiting = await unit.tx
    .selectFrom('subscription')
    .select('id')
    .where('subscriber_id', '=', subscriber)
    .where('confirmed_at', 'is', null)
    .limit(mostWaiting)
    .execute()
  if (waiting.length === mostWaiting) return
  const words = { name, lang, asked_at: unit.now }
  await unit.tx
    .insertInto('subscription')
    .values({ id: unit.newId(), subscriber_id: subscriber, subject, confirmed_at: null, ...words })
    .onConflict((conflict) =>
      conflict.columns(['subscriber_id', 'subject']).doUpdateSet(words).where('subscription.confirmed_at', 'is', null),
    )
    .execute()
}
