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
import { factsAnswer } from '../answer.ts'
import { codePage, halfSession } from './code.ts'
import { cookie, cookieIn } from '../cookie.ts'
import { jsonField, onwardField } from '../forms/form.ts'
import { type Knock, route } from '../route.ts'
import { tokenOf } from './sign-in.ts'

const browserIn = ({ request, gawai }: Knock) => cookieIn(request, 'browser', gawai.origin)

/** By passkey alone, or as the second half of a sign-in. */
export const passkeyDoorRoutes = [
  route.doorDeed({
    path: '/sign-in/passkey/challenge/',
    form: z.strictObject({}),
    async handle(knock) {
      const { gawai } = knock
      const session = await halfSession(knock)
      if (session) {
        const held = { use: 'prove', holder: heldBySession(session), account: session.account } as const
        return factsAnswer(await askForPasskey(gawai, held))
      }
      const browser = browserIn(knock) ?? newToken()
      const asked = await askForPasskey(gawai, { use: 'sign-in', holder: heldByBrowser(browser) })
      return factsAnswer(asked, { cookie: cookie('browser', browser, gawai.origin) })
    },
  }),
  route.doorDeed({
    path: '/sign-in/passkey/',
    form: z.strictObject({ answer: jsonField(passkeySigned), to: onwardField }),
    again: codePage,
    async handle(knock, { answer, to }) {
      const { gawai, peer, request } = knock
      const session = await halfSession(knock)
      const browser = request.headers.get('user-agent') ?? ''
      const holder = heldByBrowser(browserIn(knock) ?? '')
      const came = session
        ? await proveByPasskey(gawai, { session, signed: answer })
        : await signInByPasskey(gawai, { signed: answer, holder, peer, browser })
      return { to: to ?? '/newsroom/', token: tokenOf(came, 'factors.passkeyRefused') }
    },
  }),
]
