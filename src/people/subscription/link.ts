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

/**
 * Sends a subscriber the link to all that is theirs. Once an hour: whoever types an address again and again writes to
 * somebody else.
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
