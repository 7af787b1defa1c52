import { subscriptionPaths, unsubscribe, unsubscribeAll } from '#people'
import { html } from '#platform/html.ts'
import { readSmallForm } from '#platform/http/small-form.ts'
import type { Edition } from '../edition.ts'
import type { Asked } from './routes.ts'
import { unkeptPage } from './unkept.ts'

/** Asks whether mail is to end, for whoever opens the address from a letter. It looks the same for every token. */
export function endPage(own: Edition): Promise<Response> {
  const { say } = own
  return unkeptPage(own, {
    title: say('subscriptions.endTitle'),
    words: say('subscriptions.endWords'),
    body: html`<form class="follow" method="post">
      <button type="submit">${say('subscriptions.endThis')}</button>
      <button type="submit" name="all" value="yes">${say('subscriptions.endAll')}</button>
    </form> `,
  })
}

/**
 * Ends it. Mail programs ask for this by themselves when their button is pressed, without a page of ours and without a
 * word on where they come from; the token in the address is all the proof there is (RFC 8058 §3). Such a program follows
 * no redirect, so the answer is the page itself.
 */
export async function end(own: Edition, { params, request }: Asked): Promise<Response> {
  const { gawai, lang, say } = own
  const held = await readSmallForm(request)
  const token = params['token'] ?? ''
  await (held.has('all') ? unsubscribeAll(gawai, token) : unsubscribe(gawai, token))
  return unkeptPage(own, {
    title: say('subscriptions.doneTitle'),
    words: say('subscriptions.doneWords'),
    body: html`<p class="on"><a href="${subscriptionPaths[lang].home}">${say('subscriptions.again')}</a></p>`,
  })
}
