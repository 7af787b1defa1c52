import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { newToken, tokenHash } from '../doors/token.ts'
import { linkLetter } from './letters.ts'
import './tables.ts'

const anHour = 60 * 60 * 1000
/** As long as a subscription waits to be confirmed. */
export const waitsFor = 7 * 24 * anHour
/** Over so long letters to an address are counted of which nobody has said that it is theirs. */
export const countedFor = 24 * anHour
const mostUnconfirmed = 3

/**
 * Sends a subscriber the link to all that is theirs. Once an hour, and three times a day until somebody there has
 * confirmed anything: whoever types an address again and again writes to somebody else.
 */
export async function sendLink(
  unit: Unit,
  gawai: Gawai,
  { subscriber, lang }: { subscriber: Id; lang: Language },
): Promise<void> {
  const known = await unit.tx
    .updateTable('subscriber')
    .set({ asked_at: unit.now })
    .where('id', '=', subscriber)
    .where('asked_at', '<=', unit.now - anHour)
    .where((row) =>
      row.or([row.exists(confirmed(unit.tx, subscriber)), row(links(unit, subscriber), '<', mostUnconfirmed)]),
    )
    .returning('address')
    .executeTakeFirst()
  if (!known) return
  const token = newToken()
  await unit.tx
    .insertInto('subscriber_link')
    .values({ token_hash: tokenHash(token), subscriber_id: subscriber, due_at: unit.now + waitsFor })
    .execute()
  const waiting = await unit.tx
    .selectFrom('subscription')
    .select('name')
    .where('subscriber_id', '=', subscriber)
    .where('confirmed_at', 'is', null)
    .orderBy('id')
    .execute()
  const names = waiting.map(({ name }) => name)
  await gawai.mail.send(unit, linkLetter(gawai, { to: known.address, lang, token, waiting: names }))
}

const confirmed = (tx: Unit['tx'], subscriber: Id) =>
  tx
    .selectFrom('subscription')
    .select('id')
    .where('subscriber_id', '=', subscriber)
    .where('confirmed_at', 'is not', null)

/** How many links a subscriber was sent of late. */
const links = ({ tx, now }: Unit, subscriber: Id) =>
  tx
    .selectFrom('subscriber_link')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('subscriber_id', '=', subscriber)
    .where('due_at', '>', now - countedFor + waitsFor)

/** Whose link that is; undefined when it is none, or too old. */
export async function subscriberBehind({ tx, now }: Pick<Unit, 'tx' | 'now'>, token: string): Promise<Id | undefined> {
  const link = await tx
    .selectFrom('subscriber_link')
    .select('subscriber_id')
    .where('token_hash', '=', tokenHash(token))
    .where('due_at', '>', now)
    .executeTakeFirst()
  return link?.subscriber_id
}
