import { type Subscriber, subscribersOf } from '#people'
import type { Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { SendLater } from '#platform/mail/mail.ts'
import { type Language, languages, siteZone } from '#platform/settings.ts'
import { toldIn, type WaitingDigest, writeDigest } from './waiting-digest.ts'

interface DigestTable {
  lang: Language
  /** Of the site's calendar. */
  day: string
  since_at: Instant
  until_at: Instant
  /** The last subscription that it was sent to. */
  sent_to: number
  done_at: Instant | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    /** The newest digest of each language, and how far it has come. */
    digest: DigestTable
  }
}

/** What is new, once a day. */
export const digestSubject = (lang: Language): string => `digest:daily:${lang}`

const aDay = 24 * 60 * 60 * 1000
/** What comes due at six is written a moment later, with its own time: it belongs to the next digest. */
const settlesWithin = 5 * 60 * 1000
const perPage = 100

/** Sends what was published since the last digest, at six every morning. */
export function sendDigests(gawai: Gawai): void {
  const send = gawai.mail.writeLater('send-digest', (about) => writeDigest(gawai, about))
  gawai.jobs.onCalendar('daily-digest', '0 6 * * *', async () => {
    for (const lang of languages) {
      // One that was broken off, perhaps yesterday, goes on from where it was.
      await goOn(gawai, send, lang)
      await gawai.write((unit) => begin(unit, lang, dayOf(unit.now, gawai.settings.get(siteZone))))
      await goOn(gawai, send, lang)
    }
  })
}

const dayOf = (at: Instant, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** One a day, however often it is begun. */
async function begin({ tx, now }: Unit, lang: Language, day: string): Promise<void> {
  const last = await tx.selectFrom('digest').select(['day', 'until_at']).where('lang', '=', lang).executeTakeFirst()
  if (last?.day === day) return
  const until_at = now - settlesWithin
  const row = { day, since_at: last?.until_at ?? until_at - aDay, until_at, sent_to: 0, done_at: null }
  await tx
    .insertInto('digest')
    .values({ lang, ...row })
    .onConflict((conflict) => conflict.column('lang').doUpdateSet(row))
    .execute()
}

async function goOn(gawai: Gawai, send: SendLater, lang: Language): Promise<void> {
  const digest = await gawai.db
    .selectFrom('digest')
    .selectAll()
    .where('lang', '=', lang)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (!digest) return
  const { since_at: from, until_at: until } = digest
  const told = { lang, day: digest.day, from, until }
  // A day without news has nothing to send.
  let isMore = (await toldIn(gawai, told)).items.length > 0
  for (let sentTo = digest.sent_to; isMore;) {
    const page = await subscribersOf(gawai, digestSubject(lang), { after: sentTo, limit: perPage })
    const last = page.at(-1)?.subscription ?? sentTo
    isMore = page.length > 0
    const isOurs = await gawai.write((unit) => sendPage(unit, send, { told, page, sentTo, last }))
    // Somebody else is at it, and will finish it.
    if (!isOurs) return
    sentTo = last
  }
  await gawai.write((unit) => finish(unit, digest))
}

interface DigestPage {
  told: Omit<WaitingDigest, 'subscription'>
  page: readonly Subscriber[]
  sentTo: number
  last: number
}

/**
 * The letters of a page and how far it has come are one write: whatever breaks off, nobody gets two and nobody none.
 *
 * @returns false when somebody else has sent this page
 */
async function sendPage(unit: Unit, send: SendLater, { told, page, sentTo, last }: DigestPage): Promise<boolean> {
  const taken = await unit.tx
    .updateTable('digest')
    .set({ sent_to: last })
    .where('lang', '=', told.lang)
    .where('day', '=', told.day)
    .where('sent_to', '=', sentTo)
    .returning('lang')
    .execute()
  if (taken.length === 0) return false
  for (const { subscription } of page) await send(unit, { ...told, subscription } satisfies WaitingDigest)
  return true
}

async function finish({ tx, now }: Unit, { lang, day }: DigestTable): Promise<void> {
  await tx.updateTable('digest').set({ done_at: now }).where('lang', '=', lang).where('day', '=', day).execute()
}
