import { z } from 'zod'
import {
  askForPasskey,
  findAccount,
  hasSecondFactor,
  heldBySession,
  passkeySigned,
  proveByCode,
  proveByPasskey,
  proveByPassword,
} from '#people'
import { html, nothing } from '#platform/html.ts'
import { factsAnswer } from '../answer.ts'
import { codeForm } from './code.ts'
import { field, usernameView } from '../forms/fields-view.ts'
import { jsonField, onwardField } from '../forms/form.ts'
import { openidButton } from './openid-button.ts'
import { passkeyForm } from './passkey-form.ts'
import { type Page, route, type Visit } from '../route.ts'
import { tokenOf } from './sign-in.ts'

const here = '/newsroom/proof/'

/** Asks somebody who is signed in to prove again that it is them, before something that is hard to take back. */
export async function proofPage(visit: Visit): Promise<Page> {
  const { say, gawai, actor } = visit
  const { email, hasPassword, factors } = await findAccount(gawai, actor.account)
  // Never an empty page: who has nothing else at all is asked for a password.
  const isByPassword = hasPassword || !(hasSecondFactor(factors) || factors.hasOpenid)
  const to = html`<input type="hidden" name="to" value="${backFrom(visit)}" />`
  return {
    title: say('doors.proof'),
    lead: say('doors.proofWords'),
    body: html`${
      factors.passkeys === 0
        ? nothing
        : passkeyForm(visit, {
            action: `${here}passkey/`,
            challenge: `${here}passkey/challenge/`,
            ceremony: 'sign',
            words: say('factors.usePasskey'),
            fields: to,
          })
    }
    ${
      isByPassword
        ? html`<form method="post" action="${here}" class="column">
            ${to}${usernameView(email)}${field(visit, { name: 'password', type: 'password', autocomplete: 'current-password', most: 256 })}
            <p><button>${say('doors.prove')}</button></p>
          </form>`
        : nothing
    }
    ${factors.hasCodeApp ? codeForm(visit, `${here}code/`, to) : nothing}
    ${factors.hasOpenid ? openidButton(visit, `${here}openid/`, backFrom(visit)) : nothing}`,
  }
}

/** A page stands at the address that asked for the proof; a form goes back to the page that it stood on. */
function backFrom({ url, entered, request }: Visit): string {
  const from = request.headers.get('referer')
  const back = from !== null && URL.canParse(from) ? new URL(from).pathname : '/newsroom/'
  return entered['to'] ?? (request.method === 'GET' ? url.pathname : back)
}

export const proofRoutes = [
  route.page('/proof/', 'newsroom.enter', proofPage),
  route.deed({
    path: '/proof/',
    needs: 'newsroom.enter',
    form: z.strictObject({ password: z.string().max(4096), to: onwardField }),
    again: proofPage,
    async handle({ gawai, session }, { password, to }) {
      const proved = await proveByPassword(gawai, { session, password })
      return { to: to ?? '/newsroom/', token: tokenOf(proved, 'doors.wrongPassword') }
    },
  }),
  route.deed({
    path: '/proof/code/',
    needs: 'newsroom.enter',
    form: z.strictObject({ code: z.string().max(64), to: onwardField }),
    again: proofPage,
    async handle({ gawai, session }, { code, to }) {
      const proved = await proveByCode(gawai, { session, code })
      return { to: to ?? '/newsroom/', token: tokenOf(proved, 'factors.wrongCode') }
    },
  }),
  route.deed({
    path: '/proof/passkey/challenge/',
    needs: 'newsroom.enter',
    form: z.strictObject({}),
    handle: async ({ gawai, session }) =>
      factsAnswer(
        await askForPasskey(gawai, { use: 'prove', holder: heldBySession(session), account: session.account }),
      ),
  }),
  route.deed({
    path: '/proof/passkey/',
    needs: 'newsroom.enter',
    form: z.strictObject({ answer: jsonField(passkeySigned), to: onwardField }),
    again: proofPage,
    async handle({ gawai, session }, { answer, to }) {
      const proved = await proveByPasskey(gawai, { session, signed: answer })
      return { to: to ?? '/newsroom/', token: tokenOf(proved, 'factors.passkeyRefused') }
    },
  }),
]
