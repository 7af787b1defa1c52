import { z } from 'zod'
import { addCodeApp, beginCodeApp, type Factors, findAccount, removeCodeApp } from '#people'
import { type Html, html } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { qrView } from './qr.ts'
import { codesPage } from './recovery-codes.ts'

const here = '/newsroom/me/'

/** Whether an app shows codes, and the way to have one. */
export const codeAppSection = ({ say }: Visit, { hasCodeApp }: Factors): Html =>
  html`<section>
    <h2>${say('factors.app')}</h2>
    <p>${say(hasCodeApp ? 'factors.appThere' : 'factors.appWords')}</p>
    <p><a class="button" href="${here}app/">${say(hasCodeApp ? 'factors.appOther' : 'factors.appAdd')}</a></p>
    ${
      hasCodeApp
        ? html`<form method="post" action="${here}app/removal/"><button>${say('factors.appRemove')}</button></form>`
        : ''
    }
  </section> `

/** What the app has to learn, as a picture and as text. Nothing is kept before it has shown a code. */
async function codeAppPage(visit: Visit): Promise<Page> {
  const { say, gawai, actor, entered } = visit
  const { email } = await findAccount(gawai, actor.account)
  const { secret, uri, sealed } = await beginCodeApp(gawai, {
    account: actor.account,
    email,
    sealed: entered['begun'],
  })
  return {
    title: say('factors.appAdd'),
    lead: say('factors.appSteps'),
    room: here,
    body: html`<p>${await qrView(uri, say('factors.qr'))}</p>
      <p>${say('factors.secretWords')}<br /><code class="secret">${secret.replace(/.{4}(?!$)/g, '$& ')}</code></p>
      <form method="post" action="${here}app/" class="column">
        <input type="hidden" name="begun" value="${sealed}" />
        ${field(visit, { name: 'code', autocomplete: 'one-time-code', inputmode: 'numeric', most: 12, hint: say('factors.codeHint') })}
        <p><button>${say('factors.appConfirm')}</button></p>
      </form>`,
  }
}

export const codeAppRoutes = [
  route.guardedPage('/me/app/', 'newsroom.enter', codeAppPage),
  route.deed({
    path: '/me/app/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({ begun: z.string().max(2048), code: z.string().max(64) }),
    again: codeAppPage,
    async handle(visit, { begun, code }) {
      const { gawai, actor, session } = visit
      const codes = await addCodeApp(gawai, { account: actor.account, session: session.id, sealed: begun, code })
      if (codes.length > 0) return codesPage(visit, codes)
      return {
        to: here,
        notice: await gawai.write((unit) => tellDone(unit, actor.account, { key: 'factors.appAdded' })),
      }
    },
  }),
  route.deed({
    path: '/me/app/removal/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({}),
    handle: async ({ gawai, actor, session }) => ({
      to: here,
      notice: await gawai.write(async (unit) => {
        await removeCodeApp(unit, { account: actor.account, session: session.id })
        return tellDone(unit, actor.account, { key: 'factors.appRemoved' })
      }),
    }),
  }),
]
