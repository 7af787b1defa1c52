import { z } from 'zod'
import { addPasskey, askForNewPasskey, findAccount, passkeyMade, removePasskey, renamePasskey } from '#people'
import { factsAnswer } from '../answer.ts'
import { jsonField, line } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { route, type Visit } from '../route.ts'
import { mePage } from './me-page.ts'
import { codesPage } from './recovery-codes.ts'

const here = '/newsroom/me/'

const passkeyIn = ({ params }: Visit): string => params['passkey'] ?? ''

export const passkeyRoutes = [
  route.deed({
    path: '/me/passkeys/challenge/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({}),
    async handle({ gawai, actor, session }) {
      const { name, email } = await findAccount(gawai, actor.account)
      return factsAnswer(await askForNewPasskey(gawai, { session, name, email }))
    },
  }),
  route.deed({
    path: '/me/passkeys/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({ answer: jsonField(passkeyMade), passkeyName: line(60) }),
    again: mePage,
    async handle(visit, { answer, passkeyName: name }) {
      const { gawai, actor, session } = visit
      const codes = await addPasskey(gawai, { session, made: answer, name })
      if (codes.length > 0) return codesPage(visit, codes)
      const said = { key: 'factors.passkeyAdded', values: { name } }
      return { to: here, notice: await gawai.write((unit) => tellDone(unit, actor.account, said)) }
    },
  }),
  route.deed({
    path: '/me/passkeys/:passkey/name/',
    needs: 'newsroom.enter',
    form: z.strictObject({ passkeyName: line(60) }),
    again: mePage,
    handle: async (visit, { passkeyName: name }) => ({
      to: here,
      notice: await visit.gawai.write(async (unit) => {
        await renamePasskey(unit, { account: visit.actor.account, passkey: passkeyIn(visit), name })
        return tellDone(unit, visit.actor.account, { key: 'factors.passkeyNamed', values: { name } })
      }),
    }),
  }),
  route.deed({
    path: '/me/passkeys/:passkey/removal/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({}),
    again: mePage,
    handle: async (visit) => ({
      to: here,
      notice: await visit.gawai.write(async (unit) => {
        const { account } = visit.actor
        const { name } = await removePasskey(unit, { account, passkey: passkeyIn(visit), session: visit.session.id })
        return tellDone(unit, account, { key: 'factors.passkeyRemoved', values: { name } })
      }),
    }),
  }),
]
