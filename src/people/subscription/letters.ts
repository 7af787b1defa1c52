import type { Gawai } from '#platform/gawai.ts'
import { type Letter, letterText } from '#platform/mail/letter.ts'
import { oneLine } from '#platform/one-line.ts'
import { type Language, siteName } from '#platform/settings.ts'
import { subscriptionPaths } from './paths.ts'

interface LinkLetter {
  to: string
  lang: Language
  token: string
  /** What somebody asked for with this address and nobody has confirmed. */
  waiting: readonly string[]
}

/** The one letter that goes to an address of which nobody has said that it is theirs. */
export function linkLetter({ words, settings, origin }: Gawai, { to, lang, token, waiting }: LinkLetter): Letter {
  const say = words.in(lang)
  const site = oneLine(settings.get(siteName))
  const link = origin + subscriptionPaths[lang].own(token)
  const isNew = waiting.length > 0
  const asked = waiting.map((name) => `- ${name}`).join('\n')
  return {
    to,
    lang,
    subject: say(isNew ? 'subscription.confirmSubject' : 'subscription.listSubject', { site }),
    text: letterText(
      [
        say(isNew ? 'subscription.confirmWords' : 'subscription.listWords', { site }),
        ...(isNew ? [asked, say('subscription.confirmHere')] : []),
        link,
        say('subscription.notYou'),
      ],
      [site, `${origin}/`],
    ),
  }
}
