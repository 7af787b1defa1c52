import { z } from 'zod'
import { factorsFor, proveByCode, type Session, sessionOf } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import { onwardField } from '../forms/form.ts'
import { passkeyForm } from './passkey-form.ts'
import { type Knock, type Page, route } from '../route.ts'
import { onwardFrom, signInPage, tokenOf } from './sign-in.ts'

/** The session whose password was right and that waits for the second factor. */
export async function halfSession({ gawai, token }: Knock): Promise<Session | undefined> {
  const session = token === undefined ? undefined : await sessionOf(gawai, token)
  return session?.state === 'first' ? session : undefined
}

/** Asks for the second factor. Stands at every address of the newsroom for who has given only a password. */
export async function codePage(knock: Knock): Promise<Page> {
  const session = await halfSession(knock)
  if (!session) return signInPage(knock)
  const { say, gawai } = knock
  const { hasCodeApp, passkeys, codesLeft } = await factorsFor(gawai.db, session.account)
  const to = html`<input type="hidden" name="to" value="${onwardFrom(knock)}" />`
  return {
    title: say('factors.second'),
    lead: say(hasCodeApp ? 'factors.secondWords' : 'factors.secondPasskeyWords'),
    body: html`${
        passkeys === 0
          ? nothing
          : passkeyForm(knock, {
              action: '/newsroom/sign-in/passkey/',
              challenge: '/newsroom/sign-in/passkey/challenge/',
              ceremony: 'sign',
              words: say('factors.usePasskey'),
              fields: to,
            })
      }
      ${hasCodeApp ? codeForm(knock, '/newsroom/sign-in/code/', to) : nothing}
      ${codesLeft > 0 ? recoveryForm(knock, '/newsroom/sign-in/code/', to, !hasCodeApp) : nothing}
      <form method="post" action="/newsroom/sign-out/">
        <button class="plain">${say('doors.signOut')}</button>
      </form>`,
  }
}

/** For the six digits that an app shows. */
export const codeForm = (knock: Knock, action: string, to: Html): Html =>
  html`<form method="post" action="${action}" class="column">
    ${to}${field(knock, { name: 'code', autocomplete: 'one-time-code', inputmode: 'numeric', most: 12, hint: knock.say('factors.codeHint') })}
    <p><button>${knock.say('doors.prove')}</button></p>
  </form> `

/** For who has the app no more. */
const recoveryForm = (knock: Knock, action: string, to: Html, isOpen: boolean): Html =>
  html`<details ${isOpen ? html`open` : nothing}>
    <summary>${knock.say('factors.useRecovery')}</summary>
    <form method="post" action="${action}" class="column">
      ${to}${field(knock, { name: 'recoveryCode', autocomplete: 'off', most: 64, hint: knock.say('factors.recoveryHint') })}
      <p><button>${knock.say('doors.prove')}</button></p>
    </form>
  </details> `

/** One of the two fields, whichever form it came by. */
export const codeFields = {
  code: z.string().max(64).optional(),
  recoveryCode: z.string().max(64).optional(),
  to: onwardField,
}

export const codeRoutes = [
  route.doorDeed({
    path: '/sign-in/code/',
    form: z.strictObject(codeFields),
    again: codePage,
    async handle(knock, { code, recoveryCode, to }) {
      const session = await halfSession(knock)
      if (!session) return { to: '/newsroom/' }
      const came = await proveByCode(knock.gawai, { session, code: code ?? recoveryCode ?? '' })
      return { to: to ?? '/newsroom/', token: tokenOf(came, 'factors.wrongCode') }
    },
  }),
]
