import { z } from 'zod'
import { askForReset, tooOften } from '#people'
import { html } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import { type Knock, type Page, route } from '../route.ts'

/** For who has forgotten their password: an address to send a link to. */
async function forgottenPage(knock: Knock): Promise<Page> {
  const { say } = knock
  return {
    title: say('doors.forgottenTitle'),
    lead: say('doors.forgottenWords'),
    body: html`<form method="post">
        ${field(knock, { name: 'email', type: 'email', autocomplete: 'username', most: 254 })}
        <p><button>${say('doors.sendLink')}</button></p>
      </form>
      <p><a href="/newsroom/sign-in/">${say('doors.signIn')}</a></p>`,
  }
}

export const forgottenRoutes = [
  route.doorPage('/forgotten/', forgottenPage),
  route.doorDeed({
    path: '/forgotten/',
    form: z.strictObject({ email: z.string().trim().min(1).max(254) }),
    again: forgottenPage,
    async handle({ gawai, peer, say }, { email }) {
      const seconds = await askForReset(gawai, { email, peer })
      if (seconds > 0) throw tooOften(seconds)
      return {
        title: say('doors.linkSent'),
        body: html`<p>${say('doors.linkSentWords', { email })}</p>
          <p><a href="/newsroom/sign-in/">${say('doors.signIn')}</a></p>`,
      }
    },
  }),
]
