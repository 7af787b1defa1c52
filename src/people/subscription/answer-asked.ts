import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { type Asked, askedKind, openAsked } from './asked.ts'
import { sendLink } from './link.ts'
import { findSubscriber, keepSubscriber } from './subscriber.ts'
import './tables.ts'

/** More waiting for one address than this nobody has asked for in earnest. */
const mostWaiting = 20

/** Does what was asked for with an address. If it runs twice, no second letter goes out: see `sendLink`. */
export function answerAsked(gawai: Gawai): void {
  gawai.jobs.handle(askedKind, async (payload) => {
    const asked = await openAsked(gawai, payload)
    await gawai.write(async (unit) => {
      const subscriber = await subscriberOf(unit, asked)
      if (subscriber !== undefined) await sendLink(unit, gawai, { subscriber, lang: asked.lang })
    })
  })
}

/** Who is to get a link: whoever wishes for something, and whoever follows or waits for something already. */
async function subscriberOf(unit: Unit, { address, lang, wish }: Asked): Promise<Id | undefined> {
  if (wish) {
    const subscriber = await keepSubscriber(unit, address)
    await wait(unit, { subscriber, lang, ...wish })
    return subscriber
  }
  const subscriber = await findSubscriber(unit, address)
  return subscriber !== undefined && (await hasSubscription(unit, subscriber)) ? subscriber : undefined
}

async function hasSubscription({ tx }: Unit, subscriber: Id): Promise<boolean> {
  const one = await tx
    .selectFrom('subscription')
    .select('id')
    .where('subscriber_id', '=', subscriber)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
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
