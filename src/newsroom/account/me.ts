import { z } from 'zod'
import { changeLanguage, changePassword, choosePassword, endSession, findAccount, signOutEverywhere } from '#people'
import { language } from '#platform/settings.ts'
import { idIn } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { route } from '../route.ts'
import { undoing } from '../undo.ts'
import { mePage } from './me-page.ts'

const here = '/newsroom/me/'
const languageForm = z.strictObject({ lang: language })

const undoLanguage = undoing('account.language', languageForm, (unit, { lang }, { account }) =>
  changeLanguage(unit, { account, lang }),
)

/** How what is done here is taken back. */
export const meUndoes = [undoLanguage]

export const meRoutes = [
  route.page('/me/', 'newsroom.enter', mePage),
  route.deed({
    path: '/me/language/',
    needs: 'newsroom.enter',
    form: languageForm,
    again: mePage,
    handle: async ({ gawai, actor }, { lang }) => ({
      to: here,
      notice: await gawai.write(async (unit) => {
        await changeLanguage(unit, { account: actor.account, lang })
        const said = { key: 'me.languageChanged' }
        return tellDone(unit, actor.account, said, undoLanguage.step({ lang: actor.lang }))
      }),
    }),
  }),
  route.deed({
    path: '/me/password/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({ newPassword: z.string().max(4096) }),
    again: mePage,
    async handle({ gawai, actor, session }, { newPassword }) {
      const { email } = await findAccount(gawai, actor.account)
      const { account, name } = actor
      const password = await choosePassword(gawai, { password: newPassword, name, email, by: `account:${account}` })
      const notice = await gawai.write(async (unit) => {
        await changePassword(unit, { account, password, keep: session.id })
        return tellDone(unit, account, { key: 'me.passwordChanged' })
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
        await signOutEverywhere(unit, { account: actor.account, by: actor.account, keep: session.id })
        return tellDone(unit, actor.account, { key: 'me.othersEnded' })
      }),
    }),
  }),
]
