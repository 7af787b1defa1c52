import { z } from 'zod'
import { choosePassword, enter, findInvitation, type Invitation, isReset, useInvitation } from '#people'
import { html } from '#platform/html.ts'
import { mailAddress } from '#platform/mail/mail-address.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { language } from '#platform/settings.ts'
import { siteKey } from '#platform/site-key.ts'
import { choice, field, languageOptions, usernameView } from '../forms/fields-view.ts'
import { line } from '../forms/form.ts'
import { type Knock, type Page, route } from '../route.ts'
import { tokenOf } from './sign-in.ts'

/** The page behind a link that lets somebody in: the owner's, an invitation, another password. */
async function enteringPage(knock: Knock): Promise<Page> {
  const invitation = await invited(knock)
  const asked = { ...knock, ...(invitation.kind !== 'owner' && speakingTo(knock, invitation)) }
  const { say } = asked
  const isNew = !isReset(invitation)
  return {
    title: say(invitation.kind === 'owner' ? 'doors.becomeOwner' : isNew ? 'doors.welcome' : 'doors.newPassword'),
    lead: say(isNew ? 'doors.welcomeWords' : 'doors.newPasswordWords'),
    body: html`<form method="post">
      ${
        isNew
          ? html`${field(asked, { name: 'name', value: invitation.name, autocomplete: 'name', most: 80, hint: say('doors.nameHint') })}
            ${invitation.kind === 'owner' ? field(asked, { name: 'email', type: 'email', autocomplete: 'username', most: 254 }) : usernameView(invitation.email)}
            ${choice(asked, { name: 'lang', value: asked.lang, options: languageOptions })}`
          : usernameView(invitation.email)
      }
      ${field(asked, { name: 'password', type: 'password', autocomplete: 'new-password', most: 256, hint: say('doors.passwordHint') })}
      <p><button>${say(isNew ? 'doors.comeIn' : 'doors.setPassword')}</button></p>
    </form>`,
  }
}

const speakingTo = ({ gawai }: Knock, { lang }: Invitation) => ({ lang, say: gawai.words.in(lang) })

async function invited({ gawai, params }: Knock): Promise<Invitation> {
  const invitation = await findInvitation(gawai, params['token'] ?? '')
  if (!invitation) throw new NotFound('This link was used already, or is too old', { key: 'doors.deadLink' })
  return invitation
}

const form = z.strictObject({
  name: line(80).optional(),
  email: mailAddress.optional(),
  lang: language.optional(),
  password: z.string().max(4096),
})

export const enteringRoutes = [
  route.doorPage('/enter/:token/', enteringPage),
  route.doorDeed({
    path: '/enter/:token/',
    form,
    again: enteringPage,
    async handle(knock, { name, email, lang, password }) {
      const { gawai, params, peer, request } = knock
      const invitation = await invited(knock)
      // An address that nobody proved could be somebody else's, who would find an account that is not theirs alone.
      const own = invitation.kind === 'owner' ? email : undefined
      const who = { name: name ?? invitation.name, email: own ?? invitation.email, lang: lang ?? invitation.lang }
      if (who.email === '') throw new Invalid('An account needs a mail address', { key: 'doors.noEmail' })
      const hashed = await choosePassword(gawai, { ...who, password, by: `invitation:${invitation.id}` })
      const account = await gawai.write((unit) =>
        useInvitation(unit, params['token'] ?? '', { ...who, password: hashed }),
      )
      const key = await siteKey(gawai.storage, 'addresses')
      const browser = request.headers.get('user-agent') ?? ''
      const came = await enter(gawai, { account, address: key.mac(peer.address), browser, by: 'password' })
      return { to: '/newsroom/', token: tokenOf(came, 'doors.wrong') }
    },
  }),
]
