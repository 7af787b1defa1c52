import { relyingParty } from '#people'
import { type Html, html } from '#platform/html.ts'
import type { Knock } from '../route.ts'

interface PasskeyForm {
  /** Where the answer goes, and where a challenge comes from. */
  action: string
  challenge: string
  ceremony: 'make' | 'sign'
  /** The button. */
  words: string
  /** What else stands in the form. */
  fields: Html
}

/** A form that a script fills in with what a passkey says: hidden where there is no script, or no passkey could be used. */
export const passkeyForm = ({ say, gawai }: Knock, { action, challenge, ceremony, words, fields }: PasskeyForm): Html =>
  html`<form
    method="post"
    action="${action}"
    data-passkey="${ceremony}"
    data-challenge="${challenge}"
    data-host="${relyingParty(gawai)}"
    class="column"
    hidden
  >
    <input type="hidden" name="answer" value="" />
    ${fields}
    <p><button>${words}</button></p>
    <p class="hint" role="alert" data-failed hidden>${say('factors.passkeyFailed')}</p>
  </form> `
