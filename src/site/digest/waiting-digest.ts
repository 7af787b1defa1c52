import { z } from 'zod'
import { inPeriod, type ListPage } from '#articles'
import { findSubscription } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { isShown, language } from '#platform/settings.ts'
import { digestLetter } from './digest-letter.ts'

/** A digest on its way to one subscriber: which it is, and whose. What it tells stands in the articles. */
const waitingDigest = z.object({
  subscription: z.number(),
  lang: language,
  day: z.string(),
  from: z.number(),
  until: z.number(),
})
export type WaitingDigest = z.output<typeof waitingDigest>

const mostArticles = 30

/** What a digest tells now: nothing while readers are not shown its language. */
export async function toldIn(
  gawai: Gawai,
  { lang, from, until }: Omit<WaitingDigest, 'subscription'>,
): Promise<ListPage> {
  return isShown(gawai.settings, lang) ? inPeriod(gawai, { lang, from, until, limit: mostArticles }) : { items: [] }
}

/** Writes the letter when it goes out; undefined when its subscription has ended, or all that it tells was taken back. */
export async function writeDigest(gawai: Gawai, about: unknown): Promise<Letter | undefined> {
  const digest = waitingDigest.parse(about)
  const subscriber = await findSubscription(gawai, digest.subscription)
  if (!subscriber) return undefined
  const articles = await toldIn(gawai, digest)
  if (articles.items.length === 0) return undefined
  return digestLetter(gawai, { articles, subscriber, lang: digest.lang, day: digest.day })
}
