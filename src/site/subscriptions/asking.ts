import { z } from 'zod'
import { askForLink, countAsking, subscribe, subscriptionPaths } from '#people'
import { html } from '#platform/html.ts'
import { refuseForeign } from '#platform/http/same-site.ts'
import { readSmallForm } from '#platform/http/small-form.ts'
import { Invalid } from '#platform/refusals.ts'
import { digestSubject } from '../digest/daily-digest.ts'
import type { Edition } from '../edition.ts'
import { digestInvitation, followForm, type Want, wants } from './follow-form.ts'
import type { Asked } from './routes.ts'
import { seeOther, unkeptPage } from './unkept.ts'

interface Said {
  status: 200 | 422 | 429
  /** In seconds, with 429. */
  retryAfter?: number
}

/** Where anybody can ask for mail, or for the list of what they get. */
export function homePage(own: Edition, typed?: Parameters<typeof followForm>[2], said: Said = { status: 200 }) {
  const { say } = own
  return unkeptPage(own, {
    ...said,
    title: say('subscriptions.title'),
    words: say('subscriptions.words'),
    body: html`${typed?.want === 'digest' ? followForm(own, 'digest', typed) : digestInvitation(own)}
      <section>
        <h2>${say('subscriptions.listTitle')}</h2>
        <p>${say('subscriptions.listWords')}</p>
        ${followForm(own, 'list', typed)}
      </section> `,
  })
}

/** What everybody reads who asked, whatever is known of their address. */
export function askedPage(own: Edition): Promise<Response> {
  const { say, paths } = own
  return unkeptPage(own, {
    title: say('subscriptions.askedTitle'),
    words: say('subscriptions.askedWords'),
    body: html`<p>${say('subscriptions.askedHint')}</p>
      <p class="on"><a href="${paths.latest}">${say('list.allLatest')}</a></p>`,
  })
}

const form = z.object({ want: z.enum(wants), address: z.string().max(1000) })

/** Takes the form in: sends a link that confirms, or the one to what an address follows. */
export async function ask(own: Edition, { request, peer }: Asked): Promise<Response> {
  const { gawai, lang, say } = own
  refuseForeign(request, gawai.origin)
  const parsed = form.safeParse(Object.fromEntries(await readSmallForm(request)))
  if (!parsed.success) return homePage(own, undefined, { status: 422 })
  const { want, address } = parsed.data
  const refused = (refusal: string, said: Said) => homePage(own, { want, address, refusal }, said)
  const seconds = peer ? await countAsking(gawai, peer) : 0
  if (seconds > 0) return refused(say('subscriptions.tooMany'), { status: 429, retryAfter: seconds })
  try {
    await wish(own, want, address)
  } catch (error) {
    if (!(error instanceof Invalid) || error.said === undefined) throw error
    return refused(say(error.said.key, error.said.values), { status: 422 })
  }
  return seeOther(subscriptionPaths[lang].asked)
}

function wish({ gawai, lang, say, name }: Edition, want: Want, address: string): Promise<void> {
  if (want === 'list') return askForLink(gawai, { address, lang })
  return subscribe(gawai, { address, lang, subject: digestSubject(lang), name: say('digest.name', { site: name }) })
}
