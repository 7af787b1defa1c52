import { z } from 'zod'
import { confirm, endOwn, ownSubscriptions, type OwnSubscriptions, subscriptionPaths } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { refuseForeign } from '#platform/http/same-site.ts'
import { readSmallForm } from '#platform/http/small-form.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Edition } from '../edition.ts'
import { followForm } from './follow-form.ts'
import type { Asked } from './routes.ts'
import { seeOther, unkeptPage } from './unkept.ts'

/** Done with buttons, never by opening a page: programs that look for bad links open every link of a letter. */
const deeds = ['confirm', 'end', 'end-all'] as const
type Deed = (typeof deeds)[number]

/** All that the owner of an address follows or was asked about. A link that is too old looks like one that never was. */
export async function ownPage(own: Edition, { params, request }: Asked): Promise<Response> {
  const { gawai, say } = own
  const found = await ownSubscriptions(gawai, params['token'] ?? '')
  if (!found) return deadLinkPage(own)
  const done = deeds.find((deed) => deed === new URL(request.url).searchParams.get('done'))
  return unkeptPage(own, {
    title: say('subscriptions.ownTitle'),
    words: say('subscriptions.ownWords', { address: found.address }),
    body: html`${done ? html`<p role="status"><strong>${doneWords(own, done)}</strong></p>` : nothing}${listsView(own, found)}`,
  })
}

function deadLinkPage(own: Edition): Promise<Response> {
  const { say } = own
  return unkeptPage(own, {
    status: 404,
    title: say('subscriptions.deadTitle'),
    words: say('subscriptions.deadWords'),
    body: followForm(own, 'list'),
  })
}

function doneWords({ say }: Edition, deed: Deed): string {
  if (deed === 'confirm') return say('subscriptions.confirmed')
  return deed === 'end' ? say('subscriptions.ended') : say('subscriptions.endedAll')
}

function listsView(own: Edition, { waiting, confirmed }: OwnSubscriptions): Html {
  const { say, lang } = own
  if (waiting.length + confirmed.length === 0)
    return html`<p>${say('subscriptions.none')}</p>
      <p class="on"><a href="${subscriptionPaths[lang].home}">${say('subscriptions.title')}</a></p>`
  const lists = [
    waiting.length > 0
      ? boxes(waiting, {
          title: say('subscriptions.waiting'),
          isTicked: true,
          button: deed('confirm', say('subscriptions.confirm')),
        })
      : nothing,
    confirmed.length > 0
      ? boxes(confirmed, {
          title: say('subscriptions.following'),
          isTicked: confirmed.length === 1,
          button: deed('end', say('subscriptions.end')),
        })
      : nothing,
  ]
  return html`${lists}
    <form class="follow" method="post">${deed('end-all', say('subscriptions.endAll'))}</form> `
}

const deed = (name: Deed, words: string): Html =>
  html`<button type="submit" name="deed" value="${name}">${words}</button> `

interface Boxes {
  title: string
  isTicked: boolean
  button: Html
}

function boxes(items: OwnSubscriptions['waiting'], { title, isTicked, button }: Boxes): Html {
  return html`<form class="follow" method="post">
    <fieldset>
      <legend>${title}</legend>
      ${items.map(
        ({ id, name }) =>
          html`<label
            ><input type="checkbox" name="which" value="${id}" ${isTicked ? 'checked' : ''} /> ${name}</label
          > `,
      )}
    </fieldset>
    ${button}
  </form> `
}

const form = z.object({
  deed: z.enum(deeds),
  which: z
    .array(
      z
        .string()
        .regex(/^[1-9]\d{0,15}$/)
        .transform(Number),
    )
    .max(1000),
})

/** Confirms or ends what is ticked, by the token of the link. */
export async function changeOwn(own: Edition, { params, request }: Asked): Promise<Response> {
  const { gawai, lang } = own
  refuseForeign(request, gawai.origin)
  const token = params['token'] ?? ''
  const held = await readSmallForm(request)
  const parsed = form.safeParse({ deed: held.get('deed'), which: held.getAll('which') })
  const here = subscriptionPaths[lang].own(token)
  if (!parsed.success) return seeOther(here)
  const { deed: wanted, which } = parsed.data
  try {
    if (wanted === 'confirm') await confirm(gawai, { token, which })
    else await endOwn(gawai, { token, which: wanted === 'end-all' ? 'all' : which })
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return deadLinkPage(own)
  }
  return seeOther(which.length === 0 && wanted !== 'end-all' ? here : `${here}?done=${wanted}`)
}
