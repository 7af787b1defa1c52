import { z } from 'zod'
import { findAccount, proveByPassword } from '#people'
import { html } from '#platform/html.ts'
import { field, usernameView } from './fields-view.ts'
import { onwardField } from './form.ts'
import { type Page, route, type Visit } from './route.ts'
import { tokenOf } from './sign-in.ts'

/** Asks somebody who is signed in to prove again that it is them, before something that is hard to take back. */
export async function proofPage(visit: Visit): Promise<Page> {
  const { say, url, entered, request, gawai, actor } = visit
  const { email } = await findAccount(gawai, actor.account)
  const from = request.headers.get('referer')
  const back = from !== null && URL.canParse(from) ? new URL(from).pathname : '/newsroom/'
  const to = entered['to'] ?? (request.method === 'GET' ? url.pathname : back)
  return {
    title: say('doors.proof'),
    lead: say('doors.proofWords'),
    body: html`<form method="post" action="/newsroom/proof/" class="column">
      <input type="hidden" name="to" value="${to}" />
      ${usernameView(email)}
      ${field(visit, { name: 'password', type: 'password', autocomplete: 'current-password', most: 256 })}
      <p><button>${say('doors.prove')}</button></p>
    </form>`,
  }
}

const form = z.strictObject({ email: z.string().max(254).optional(), password: z.string().max(4096), to: onwardField })

export const proofRoutes = [
  route.page('/proof/', 'newsroom.enter', proofPage),
  route.deed({
    path: '/proof/',
    needs: 'newsroom.enter',
    form,
    again: proofPage,
    async handle({ gawai, actor, session }, { password, to }) {
      const proved = await proveByPassword(gawai, { account: actor.account, session: session.id, password })
      return { to: to ?? '/newsroom/', token: tokenOf(proved, 'doors.wrongPassword') }
    },
  }),
]
