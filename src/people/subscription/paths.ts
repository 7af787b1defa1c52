import type { Language } from '#platform/settings.ts'

interface SubscriptionPaths {
  /** Where anybody can ask for something. */
  home: string
  /** What somebody is told when they have asked. */
  asked: string
  /** All that a subscriber follows. */
  own(token: string): string
  /** Ends one subscription, without a question to a browser. */
  end(token: string): string
}

/**
 * Where subscriptions live: at the root in either language, whichever is the site's, because letters that lie in
 * somebody's box for years lead there.
 */
export const subscriptionPaths: Readonly<Record<Language, SubscriptionPaths>> = {
  id: pathsBelow('/langganan/', { asked: 'surat', own: 'saya', end: 'berhenti' }),
  en: pathsBelow('/subscriptions/', { asked: 'letter', own: 'mine', end: 'end' }),
}

function pathsBelow(home: string, words: { asked: string; own: string; end: string }): SubscriptionPaths {
  return {
    home,
    asked: `${home}${words.asked}/`,
    own: (token) => `${home}${words.own}/${token}/`,
    end: (token) => `${home}${words.end}/${token}/`,
  }
}
