import { z } from 'zod'
import { endSession, sessionOf, type SignIn, signIn, tooOften } from '#people'
import { html } from '#platform/html.ts'
import { Invalid } from '#platform/refusals.ts'
import { field } from '../forms/fields-view.ts'
import { onwardField } from '../forms/form.ts'
import { openidButton } from './openid-button.ts'
import { passkeyForm } from './passkey-form.ts'
import { type Knock, type Page, route } from '../route.ts'

const signInPath = '/newsroom/sign-in/'

/** Where somebody says who they are. Stands at every address of the newsroom for who is not in; then they go on there. */
export function signInPage(knock: Knock): Page {
  const { say } = knock
  const to = html`<input type="hidden" name="to" value="${onwardFrom(knock)}" />`
  return {
    title: say('doors.signIn'),
    body: html`<form method="post" action="${signInPath}">
        ${to} ${field(knock, { name: 'email', type: 'email', autocomplete: 'username webauthn', most: 254 })}
        ${field(knock, { name: 'password', type: 'password', autocomplete: 'current-password', most: 256 })}
        <p><button>${say('doors.signIn')}</button></p>
      </form>
      ${passkeyForm(knock, {
        action: `${signInPath}passkey/`,
        challenge: `${signInPath}passkey/challenge/`,
        ceremony: 'sign',
        words: say('factors.signInByPasskey'),
        fields: to,
      })}
      ${openidButton(knock, `${signInPath}openid/`, onwardFrom(knock))}
      <p><a href="/newsroom/forgotten/">${say('doors.forgotten')}</a></p>`,
  }
}

/** Where somebody wanted to go before they were asked who they are. */
export function onwardFrom({ url, entered, request }: Knock): string {
  const here = url.pathname + url.search
  return entered['to'] ?? (here.startsWith(signInPath) || request.method !== 'GET' ? '/newsroom/' : here)
}

const form = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().max(4096),
  to: onwardField,
})

/**
 * The session's token, when they came in.
 *
 * @param wrong the sentence for a proof that is none
 * @throws Invalid or NotNow otherwise, with what to do
 */
export function tokenOf(came: SignIn, wrong: string): string {
  if (came.outcome === 'in') return came.token
  if (came.outcome === 'slow') throw tooOften(came.seconds)
  throw new Invalid('This is not the right proof', { key: wrong })
}

export const signInRoutes = [
  route.doorPage('/sign-in/', async (knock) => signInPage(knock)),
  route.doorDeed({
    path: '/sign-in/',
    form,
    again: async (knock) => signInPage(knock),
    async handle({ gawai, peer, request }, { email, password, to }) {
      const came = await signIn(gawai, { email, password, peer, browser: request.headers.get('user-agent') ?? '' })
      return { to: to ?? '/newsroom/', token: tokenOf(came, 'doors.wrong') }
    },
  }),
  // A door: who has given only a password may turn round, too.
  route.doorDeed({
    path: '/sign-out/',
    form: z.strictObject({}),
    async handle({ gawai, token }) {
      const session = token === undefined ? undefined : await sessionOf(gawai, token)
      if (session) await gawai.write((unit) => endSession(unit, { account: session.account, session: session.id }))
      return { to: signInPath, token: '' }
    },
  }),
]
