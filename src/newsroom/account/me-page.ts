import { browserName, findAccount, sessionsOf } from '#people'
import { timeView } from '#look/time.ts'
import { html, nothing } from '#platform/html.ts'
import { choice, field, languageOptions, usernameView } from '../forms/fields-view.ts'
import type { Page, Visit } from '../route.ts'
import { codeAppSection } from './code-app.ts'
import { openidSection } from './openid-section.ts'
import { passkeysSection } from './passkeys-section.ts'
import { recoverySection } from './recovery-codes.ts'

const here = '/newsroom/me/'

/** One's own account: language, ways of signing in, where one is signed in. */
export async function mePage(visit: Visit): Promise<Page> {
  const { say, actor, gawai, time, session } = visit
  const [account, sessions] = [await findAccount(gawai, actor.account), await sessionsOf(gawai, actor.account)]
  return {
    title: say('me.title'),
    lead: say('me.lead', { email: account.email }),
    room: here,
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
      ${codeAppSection(visit, account.factors)} ${await passkeysSection(visit)} ${await openidSection(visit)}
      ${recoverySection(visit, account.factors)}
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
