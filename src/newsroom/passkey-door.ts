import { z } from 'zod'
import {
  askForPasskey,
  heldByBrowser,
  heldBySession,
  newToken,
  passkeySigned,
  proveByPasskey,
  signInByPasskey,
} from '#people'
import { factsAnswer } from './answer.ts'
import { codePage, halfSession } from './code.ts'
import { cookie, cookieIn } from './cookie.ts'
import { jsonField, onwardField } from './form.ts'
import { type Knocking, route } from './route.ts'
import { tokenOf } from './sign-in.ts'

const browserIn = ({ request, gawai }: Knocking) => cookieIn(request, 'browser', gawai.origin)

/** By passkey alone, or as the second half of a sign-in. */
export const passkeyDoorRoutes = [
  route.doorDeed({
    path: '/sign-in/passkey/challenge/',
    form: z.strictObject({}),
    async handle(knocking) {
      const { gawai } = knocking
      const session = await halfSession(knocking)
      if (session) {
        const held = { use: 'prove', holder: heldBySession(session), account: session.account } as const
        return factsAnswer(await askForPasskey(gawai, held))
      }
      const browser = browserIn(knocking) ?? newToken()
      const asked = await askForPasskey(gawai, { use: 'sign-in', holder: heldByBrowser(browser) })
      return factsAnswer(asked, { cookie: cookie('browser', browser, gawai.origin) })
    },
  }),
  route.doorDeed({
    path: '/sign-in/passkey/',
    form: z.strictObject({ answer: jsonField(passkeySigned), to: onwardField }),
    again: codePage,
    async handle(knocking, { answer, to }) {
      const { gawai, peer, request } = knocking
      const session = await halfSession(knocking)
      const browser = request.headers.get('user-agent') ?? ''
      const holder = heldByBrowser(browserIn(knocking) ?? '')
      const came = session
        ? await proveByPasskey(gawai, { session, signed: answer })
        : await signInByPasskey(gawai, { signed: answer, holder, peer, browser })
      return { to: to ?? '/newsroom/', token: tokenOf(came, 'factors.passkeyRefused') }
    },
  }),
]
