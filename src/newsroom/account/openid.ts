import { z } from 'zod'
import { endOpenidLink, linkOpenid } from '#people'
import { html } from '#platform/html.ts'
import { cookie } from '../cookie.ts'
import { tellDone } from '../notice.ts'
import { goToHouse } from '../doors/openid.ts'
import { linkingPath, vouchedIn } from '../doors/openid-linking.ts'
import { type Page, route, type Visit } from '../route.ts'
import { mePage } from './me-page.ts'

const here = '/newsroom/me/'

/** Asks somebody who is back from the other house whether it is theirs, before it opens their account. */
async function linkingPage(visit: Visit): Promise<Page> {
  const { say } = visit
  const { issuer, email, subject } = await vouchedIn(visit)
  return {
    title: say('factors.linkTitle', { house: new URL(issuer).host }),
    lead: say('factors.linkAsk', { who: email ?? subject }),
    room: here,
    body: html`<form method="post" action="${linkingPath}">
        <p><button>${say('factors.linkYes')}</button></p>
      </form>
      <p><a href="${here}">${say('me.title')}</a></p>`,
  }
}

export const openidLinkRoutes = [
  route.guardedPage('/me/openid/', 'newsroom.enter', (visit) =>
    goToHouse(visit, { session: visit.session.id, wants: 'link' }),
  ),
  route.guardedPage('/me/openid/linking/', 'newsroom.enter', linkingPage),
  route.deed({
    path: '/me/openid/linking/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({}),
    again: mePage,
    async handle(visit) {
      const { gawai, actor, session } = visit
      const vouched = await vouchedIn(visit)
      const notice = await gawai.write(async (unit) => {
        await linkOpenid(unit, { session, vouched })
        const said = { key: 'factors.linkAdded', values: { house: new URL(vouched.issuer).host } }
        return tellDone(unit, actor.account, said)
      })
      return { to: here, notice, cookies: [cookie('openid', '', gawai.origin)] }
    },
  }),
  route.deed({
    path: '/me/openid/ending/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({ issuer: z.url().max(2000) }),
    again: mePage,
    handle: async ({ gawai, actor, session }, { issuer }) => ({
      to: here,
      notice: await gawai.write(async (unit) => {
        await endOpenidLink(unit, { account: actor.account, issuer, session: session.id })
        const said = { key: 'factors.linkEnded', values: { house: new URL(issuer).host } }
        return tellDone(unit, actor.account, said)
      }),
    }),
  }),
]
