import { z } from 'zod'
import { invite, mailInvitation, withdrawInvitation } from '#people'
import { html } from '#platform/html.ts'
import { mailAddress } from '#platform/mail/mail-address.ts'
import { language } from '#platform/settings.ts'
import { choice, field, languageOptions } from '../forms/fields-view.ts'
import { idIn, line } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { grantsFields, grantsIn, grantsView } from './grants-form.ts'
import { peopleRoom } from './paths.ts'

async function invitePage(visit: Visit): Promise<Page> {
  const { say, lang } = visit
  return {
    title: say('people.invite'),
    lead: say('people.inviteWords'),
    room: peopleRoom,
    body: html`<form method="post" action="${peopleRoom}invitations/new/" class="column">
      ${field(visit, { name: 'name', most: 80, autocomplete: 'off' })}
      ${field(visit, { name: 'email', type: 'email', most: 254, autocomplete: 'off' })}
      ${choice(visit, { name: 'lang', value: lang, options: languageOptions })} ${await grantsView(visit, [])}
      <p><button>${say('people.invite')}</button></p>
    </form>`,
  }
}

const form = z.strictObject({
  name: line(80),
  email: mailAddress,
  lang: language,
  ...grantsFields,
})

export const invitingRoutes = [
  route.guardedPage('/people/invitations/new/', 'people.change', invitePage),
  route.deed({
    path: '/people/invitations/new/',
    needs: 'people.change',
    isDangerous: true,
    form,
    again: invitePage,
    async handle({ gawai, actor, say }, { name, email, lang, ...rest }) {
      const grants = await grantsIn(gawai, rest)
      const link = await gawai.write(async (unit) => {
        const token = await invite(unit, { name, email, lang, grants, by: actor.account })
        const to = `${gawai.origin}/newsroom/enter/${token}/`
        await mailInvitation(unit, gawai, { name, email, lang, link: to, by: actor.name })
        return to
      })
      return {
        title: say('people.inviteMade', { name }),
        room: peopleRoom,
        body: html`<p>${say('people.linkWords', { name })} ${say('people.linkMailed', { email })}</p>
          <p><a class="secret" href="${link}">${link}</a></p>
          <p class="on"><a href="${peopleRoom}">${say('rooms.people')}</a></p>`,
      }
    },
  }),
  route.deed({
    path: '/people/invitations/:invitation/withdrawal/',
    needs: 'people.change',
    form: z.strictObject({}),
    handle: async ({ gawai, actor, params }) => ({
      to: peopleRoom,
      notice: await gawai.write(async (unit) => {
        await withdrawInvitation(unit, { invitation: idIn(params, 'invitation'), by: actor.account })
        return tellDone(unit, actor.account, { key: 'people.withdrawn' })
      }),
    }),
  }),
]
