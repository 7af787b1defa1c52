import type { ListedArticle, ListPage } from '#articles'
import { periodInWords } from '#look/time.ts'
import type { Subscriber } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { type Letter, letterText } from '#platform/mail/letter.ts'
import { oneLine } from '#platform/one-line.ts'
import { type Language, siteName, siteZone } from '#platform/settings.ts'
import { pathsOf } from '../edition.ts'

interface DigestFacts {
  articles: ListPage
  subscriber: Subscriber
  lang: Language
  /** `2026-11-25` */
  day: string
}

/** Title, summary and address of each article. Nothing in it tells who opened it or what they read. */
export function digestLetter(gawai: Gawai, { articles, subscriber, lang, day }: DigestFacts): Letter {
  const { settings, words, origin } = gawai
  const say = words.in(lang)
  const site = oneLine(settings.get(siteName))
  const { address, unsubscribe } = subscriber
  const date = periodInWords(day, { lang, zone: settings.get(siteZone) })
  const more = articles.older === undefined ? [] : [`${say('digest.more')}\n${origin}${pathsOf(settings, lang).latest}`]
  return {
    to: address,
    lang,
    unsubscribe,
    subject: say('digest.subject', { site, date }),
    text: letterText(
      [...articles.items.map((article) => entry(origin, article)), ...more],
      [say('digest.why', { site }), `${say('digest.end')} ${unsubscribe}`],
    ),
  }
}

const entry = (origin: string, { title, summary, path }: ListedArticle) =>
  [oneLine(title), oneLine(summary), origin + path].filter((line) => line !== '').join('\n')
