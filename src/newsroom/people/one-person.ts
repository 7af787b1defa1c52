import { z } from 'zod'
import {
  type Account,
  can,
  changeGrants,
  findAccount,
  type Grant,
  hasSecondFactor,
  inviteToReset,
  must,
  removeFactors,
  roles,
  signOutEverywhere,
  suspendAccount,
} from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { idIn } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { guardedUndoing } from '../undo.ts'
import { grantsFields, grantsIn, grantsView, rolesLines } from './grants-form.ts'
import { waysLine } from './ways-line.ts'

const room = '/newsroom/people/'
const pathOf = (account: number): string => `${room}${account}/`
const wanted = ({ params }: Visit): number => idIn(params, 'account')

/** One account: its roles, and keeping its owner out or letting them in. */
async function personPage(visit: Visit): Promise<Page> {
  const { gawai, actor, say } = visit
  const account = await findAccount(gawai, wanted(visit))
  return {
    title: account.name,
    lead: `${account.email} · ${account.isSuspended ? say('people.suspended') : (await rolesLines(visit, [account.grants]))(account.grants)}`,
    room,
    body: html`<p>${say('factors.ways')}: ${waysLine(visit, account)}</p>
      ${can(actor, 'people.change') ? await changeView(visit, account) : nothing}`,
  }
}

async function changeView(visit: Visit, { account, grants, isSuspended, factors }: Account): Promise<Html> {
  const { say } = visit
  const here = pathOf(account)
  return html`<form method="post" action="${here}roles/" class="column">
      ${await grantsView(visit, grants)}
      <p><button>${say('form.save')}</button></p>
    </form>
    <section>
      <h2>${say('people.access')}</h2>
      <form method="post" action="${here}sessions/ending/"><button>${say('people.endSessions')}</button></form>
      <form method="post" action="${here}reset/"><button>${say('people.reset')}</button></form>
      ${
        hasSecondFactor(factors)
          ? html`<form method="post" action="${here}factors/removal/">
              <button>${say('factors.removeAll')}</button>
            </form>`
          : nothing
      }
      <form method="post" action="${here}${isSuspended ? 'restoring' : 'suspending'}/">
        <button>${say(isSuspended ? 'people.restore' : 'people.suspend')}</button>
      </form>
    </section>`
}

const grantSchema = z.object({ role: z.enum(roles), section: z.number().optional() })
const keptGrants = z.object({ account: z.number(), grants: z.array(grantSchema) })

const grantOf = ({ role, section }: z.infer<typeof grantSchema>): Grant => ({
  role,
  ...(section !== undefined && { section }),
})

/** How what is done here is taken back. */
export const personUndoes = {
  'account.grants': guardedUndoing(keptGrants, async (unit, { account, grants }, actor) => {
    must(actor, 'people.change')
    await changeGrants(unit, { account, grants: grants.map(grantOf), by: actor.account })
  }),
  'account.access': guardedUndoing(
    z.object({ account: z.number(), isSuspended: z.boolean() }),
    async (unit, { account, isSuspended }, actor) => {
      must(actor, 'people.change')
      await suspendAccount(unit, { account, isSuspended, by: actor.account })
    },
  ),
}

const access = (segment: string, isSuspended: boolean, said: string) =>
  route.deed({
    path: `/people/:account/${segment}/`,
    needs: 'people.change',
    isDangerous: true,
    form: z.strictObject({}),
    again: personPage,
    async handle(visit) {
      const { gawai, actor } = visit
      const { account, name } = await findAccount(gawai, wanted(visit))
      const notice = await gawai.write(async (unit) => {
        await suspendAccount(unit, { account, isSuspended, by: actor.account })
        const undo = { kind: 'account.access', payload: { account, isSuspended: !isSuspended } }
        return tellDone(unit, actor.account, { key: said, values: { name } }, undo)
      })
      return { to: pathOf(account), notice }
    },
  })

export const personRoutes = [
  route.page('/people/:account{[1-9]\\d*}/', 'people.see', personPage),
  route.deed({
    path: '/people/:account/roles/',
    needs: 'people.change',
    isDangerous: true,
    form: z.strictObject(grantsFields),
    again: personPage,
    async handle(visit, form) {
      const { gawai, actor } = visit
      const before = await findAccount(gawai, wanted(visit))
      const grants = await grantsIn(gawai, form)
      const { account, name } = before
      const notice = await gawai.write(async (unit) => {
        await changeGrants(unit, { account, grants, by: actor.account })
        const undo = { kind: 'account.grants', payload: { account, grants: before.grants } }
        return tellDone(unit, actor.account, { key: 'people.rolesChanged', values: { name } }, undo)
      })
      return { to: pathOf(account), notice }
    },
  }),
  route.deed({
    path: '/people/:account/sessions/ending/',
    needs: 'people.change',
    isDangerous: true,
    form: z.strictObject({}),
    async handle(visit) {
      const { gawai, actor } = visit
      const { account, name } = await findAccount(gawai, wanted(visit))
      const notice = await gawai.write(async (unit) => {
        await signOutEverywhere(unit, { account, by: actor.account })
        return tellDone(unit, actor.account, { key: 'people.sessionsEnded', values: { name } })
      })
      return { to: pathOf(account), notice }
    },
  }),
  route.deed({
    path: '/people/:account/reset/',
    needs: 'people.change',
    isDangerous: true,
    form: z.strictObject({}),
    async handle(visit) {
      const { gawai, actor, say } = visit
      const account = await findAccount(gawai, wanted(visit))
      const token = await gawai.write((unit) => inviteToReset(unit, { account, by: actor.account }))
      const link = `${gawai.origin}/newsroom/enter/${token}/`
      return {
        title: say('people.resetMade', { name: account.name }),
        room,
        body: html`<p>${say('people.resetWords', { name: account.name })}</p>
          <p><a class="secret" href="${link}">${link}</a></p>
          <p class="on"><a href="${pathOf(account.account)}">${account.name}</a></p>`,
      }
    },
  }),
  route.deed({
    path: '/people/:account/factors/removal/',
    needs: 'people.change',
    isDangerous: true,
    form: z.strictObject({}),
    async handle(visit) {
      const { gawai, actor } = visit
      const { account, name } = await findAccount(gawai, wanted(visit))
      const notice = await gawai.write(async (unit) => {
        await removeFactors(unit, { account, by: actor.account })
        return tellDone(unit, actor.account, { key: 'factors.allRemoved', values: { name } })
      })
      return { to: pathOf(account), notice }
    },
  }),
  access('suspending', true, 'people.wasSuspended'),
  access('restoring', false, 'people.wasRestored'),
]
