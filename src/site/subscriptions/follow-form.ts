import { subscriptionPaths } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Edition } from '../edition.ts'

/** What somebody wants who types their address. */
export const wants = ['digest', 'list'] as const
export type Want = (typeof wants)[number]

interface Typed {
  want: Want
  address: string
  /** Why it was not taken. */
  refusal: string
}

/** Asks for a mail address. @param typed what was refused, to be mended */
export function followForm({ lang, say }: Pick<Edition, 'lang' | 'say'>, want: Want, typed?: Typed): Html {
  const again = typed?.want === want ? typed : undefined
  const id = `address-${want}`
  return html`<form class="follow" method="post" action="${subscriptionPaths[lang].home}">
    <input type="hidden" name="want" value="${want}" />
    <label for="${id}">${say('subscriptions.address')}</label>
    <input
      type="email"
      id="${id}"
      name="address"
      value="${again?.address ?? ''}"
      maxlength="254"
      autocomplete="email"
      required
      ${again ? html`aria-invalid="true" aria-describedby="${id}-refusal"` : nothing}
    />
    <button type="submit">${say(want === 'digest' ? 'subscriptions.follow' : 'subscriptions.sendLink')}</button>
    ${again ? html`<p id="${id}-refusal" role="alert">${again.refusal}</p>` : nothing}
  </form> `
}

/** The invitation below the latest news. */
export const digestInvitation = (own: Pick<Edition, 'lang' | 'say'>): Html =>
  html`<section>
    <h2>${own.say('subscriptions.digestTitle')}</h2>
    <p>${own.say('subscriptions.digestWords')}</p>
    ${followForm(own, 'digest')}
  </section> `
