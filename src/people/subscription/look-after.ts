import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { mailKey } from '#platform/mail/mail-address.ts'
import { answerAsked } from './answer-asked.ts'
import { countedFor, waitsFor } from './link.ts'
import './tables.ts'

/** Answers who asked, writes to nobody who is not there, and forgets at night who follows nothing. */
export function lookAfterSubscriptions(gawai: Gawai): void {
  answerAsked(gawai)
  gawai.reactions.on('mail.unknown', 'subscriptions', ({ address }) =>
    gawai.write(async (unit) => {
      await unit.tx
        .updateTable('subscriber')
        .set({ unknown_at: unit.now })
        .where('channel', '=', 'mail')
        .where('address_key', '=', mailKey(address))
        .where('unknown_at', 'is', null)
        .execute()
    }),
  )
  gawai.jobs.onCalendar('forget-subscribers', '7 4 * * *', () => gawai.write(forgetSubscribers))
}

async function forgetSubscribers(unit: Unit): Promise<void> {
  const { tx, now } = unit
  await tx.deleteFrom('subscriber_link').where('due_at', '<=', now).execute()
  await tx
    .deleteFrom('subscription')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<=', now - waitsFor)
    .execute()
  // Until the day is over its row and its links are what keeps an address from being written to too often.
  const idle = tx
    .selectFrom('subscriber')
    .select('subscriber.id')
    .leftJoin('subscription', 'subscription.subscriber_id', 'subscriber.id')
    .where('subscription.id', 'is', null)
    .where('subscriber.asked_at', '<=', now - countedFor)
  await tx.deleteFrom('subscriber_link').where('subscriber_id', 'in', idle).execute()
  await tx.deleteFrom('subscriber').where('id', 'in', idle).execute()
}
