import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { endTokens } from './end.ts'
import { subscriptionPaths } from './paths.ts'
import './tables.ts'

/** Somebody who wants to be told. */
export interface Subscriber {
  /** The key of who comes after them. */
  subscription: Id
  address: string
  lang: Language
  /** Whole address at which it ends; belongs into every letter. */
  unsubscribe: string
}

type Asked = Pick<Gawai, 'db' | 'storage' | 'origin'>

/**
 * Who has confirmed that they follow a subject and can be reached, in the order in which they asked.
 *
 * @param after the `subscription` of the last one of the page before
 */
export async function subscribersOf(
  gawai: Asked,
  subject: string,
  { after = 0, limit }: { after?: Id; limit: number },
): Promise<Subscriber[]> {
  const rows = await reachable(gawai)
    .where('subject', '=', subject)
    .where('subscription.id', '>', after)
    .orderBy('subscription.id')
    .limit(limit)
    .execute()
  return asSubscribers(gawai, rows)
}

/** Who gets what a subscription asks for; undefined when it has ended, or nobody is known to live there any more. */
export async function findSubscription(gawai: Asked, id: Id): Promise<Subscriber | undefined> {
  const rows = await reachable(gawai).where('subscription.id', '=', id).execute()
  return (await asSubscribers(gawai, rows))[0]
}

const reachable = ({ db }: Asked) =>
  db
    .selectFrom('subscription')
    .innerJoin('subscriber', 'subscriber.id', 'subscription.subscriber_id')
    .select(['subscription.id', 'address', 'lang'])
    .where('confirmed_at', 'is not', null)
    .where('unknown_at', 'is', null)

async function asSubscribers(
  gawai: Asked,
  rows: readonly { id: Id; address: string; lang: Language }[],
): Promise<Subscriber[]> {
  const tokens = await endTokens(gawai)
  return rows.map(({ id, address, lang }) => ({
    subscription: id,
    address,
    lang,
    unsubscribe: gawai.origin + subscriptionPaths[lang].end(tokens.of(id)),
  }))
}
