import { z } from 'zod'
import {
  changeLanguage,
  changePassword,
  endSession,
  endSessions,
  findAccount,
  hashPassword,
  proveNewPassword,
  sessionsOf,
} from '#people'
import { timeView } from '#look/time.ts'
import { html, nothing } from '#platform/html.ts'
import { siteName } from '#platform/settings.ts'
import { choice, field, languageOptions, usernameView } from '../fields-view.ts'
import { idIn } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { browserName } from './browser-name.ts'

const here = '/newsroom/me/'

/** One's own account: language, ways of signing in, where one is signed in. */
async function mePage(visit: Visit): Promise<Page> {
  const { say, actor, gawai, time, session } = visit
  const [account, sessions] = [await findAccount(gawai, actor.account), await sessionsOf(gawai, actor.account)]
  return {
    title: say('me.title'),
    lead: say('me.lead', { email: account.email }),
    place: here,
    body: html`<section>
        <h2>${say('me.language')}</h2>
        <form method="post" action="${here}language/" class="column">
          ${choice(visit, { name: 'lang', value: actor.lang, options: languageOptions })}
          <p><button>${say('form.save')}</button></p>
        </form>
      </section>
      <section>
        <h2>${say('me.password')}</h2>
        <form method="post" action="${here}password/" class="column">
          ${usernameView(account.email)}
          ${field(visit, { name: 'newPassword', type: 'password', autocomplete: 'new-password', most: 256, hint: say('doors.passwordHint') })}
          <p><button>${say('me.changePassword')}</button></p>
        </form>
      </section>
      <section>
        <h2>${say('me.sessions')}</h2>
        <ul class="rows">
          ${sessions.map(
            (one) =>
              html`<li>
                <p>
                  <strong>${browserName(one.browser) || say('me.unknownBrowser')}</strong
                  >${one.id === session.id ? html` · ${say('me.thisOne')}` : nothing}
                </p>
                <p class="quiet">${say('me.seen')} ${timeView(one.seenAt, time)}</p>
                ${
                  one.id === session.id
                    ? nothing
                    : html`<form method="post" action="${here}sessions/${one.id}/ending/">
                        <button>${say('me.endSession')}</button>
                      </form>`
                }
              </li> `,
          )}
        </ul>
        ${
          sessions.length > 1
            ? html`<form method="post" action="${here}sessions/ending/"><button>${say('me.endOthers')}</button></form>`
            : nothing
        }
      </section>`,
  }
}

export const meRoutes = [
  route.page('/me/', 'newsroom.enter', mePage),
  route.deed({
    path: '/me/language/',
    needs: 'newsroom.enter',
    form: z.strictObject({ lang: z.enum(['id', 'en']) }),
    again: mePage,
    handle: async ({ gawai, actor }, { lang }) => ({
      to: here,
      notice: await gawai.write(async (unit) => {
        await changeLanguage(unit, { account: actor.account, lang })
        return tellDone(unit, actor.account, { key: 'me.languageChanged' })
      }),
    }),
  }),
  route.deed({
    path: '/me/password/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({ newPassword: z.string().max(4096), email: z.string().max(254).optional() }),
    again: mePage,
    async handle({ gawai, actor, session }, { newPassword }) {
      const { email } = await findAccount(gawai, actor.account)
      await proveNewPassword(newPassword, [
        ...actor.name.split(' '),
        email.split('@')[0] ?? '',
        gawai.settings.get(siteName),
      ])
      const password = await hashPassword(newPassword)
      const notice = await gawai.write(async (unit) => {
        await changePassword(unit, { account: actor.account, password, keep: session.id })
        return tellDone(unit, actor.account, { key: 'me.passwordChanged' })
      })
      return { to: here, notice }
    },
  }),
  route.deed({
    path: '/me/sessions/:session/ending/',
    needs: 'newsroom.enter',
    form: z.strictObject({}),
    handle: async ({ gawai, actor, params }) => ({
      to: here,
      notice: await gawai.write(async (unit) => {
        await endSession(unit, { account: actor.account, session: idIn(params, 'session') })
        return tellDone(unit, actor.account, { key: 'me.sessionEnded' })
      }),
    }),
  }),
  route.deed({
    path: '/me/sessions/ending/',
    needs: 'newsroom.enter',
    form: z.strictObject({}),
    handle: async ({ gawai, actor, session }) => ({
      to: here,
      notice: await gawai.write(async (unit) => {
        await endSessions(unit, actor.account, session.id)
        return tellDone(unit, actor.account, { key: 'me.othersEnded' })
      }),
    }),
  }),
]
