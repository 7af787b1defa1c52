import { z } from 'zod'
import {
  type Account,
  changeGrants,
  grantSchema,
  inviteToReset,
  must,
  removeFactors,
  signOutEverywhere,
  suspendAccount,
} from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { html } from '#platform/html.ts'
import { tellDone, type UndoStep } from '../notice.ts'
import { type Onward, type Route, route, type Visit } from '../route.ts'
import { guardedUndoing } from '../undo.ts'
import { grantsFields, grantsIn } from './grants-form.ts'
import { peopleRoom, personPath } from './paths.ts'
import { accountHere, personPage } from './one-person.ts'

const account = z.number()
const undoRoles = guardedUndoing(
  'account.grants',
  z.object({ account, grants: z.array(grantSchema) }),
  async (unit, kept, actor) => {
    must(actor, 'people.change')
    await changeGrants(unit, { ...kept, by: actor.account })
  },
)
const undoAccess = guardedUndoing(
  'account.access',
  z.object({ account, isSuspended: z.boolean() }),
  async (unit, kept, actor) => {
    must(actor, 'people.change')
    await suspendAccount(unit, { ...kept, by: actor.account })
  },
)

/** How what is done here is taken back. */
export const personUndoes = [undoRoles, undoAccess]

type Work = (unit: Unit, doing: { account: Id; by: Id }) => Promise<UndoStep | void>

/**
 * Does something to an account, and tells what was done in the same unit.
 *
 * @param key the sentence that says so
 * @param work answers how it is taken back, if it can be
 */
async function doTo({ gawai, actor }: Visit, { account, name }: Account, key: string, work: Work): Promise<Onward> {
  const notice = await gawai.write(async (unit) => {
    const undo = await work(unit, { account, by: actor.account })
    return tellDone(unit, actor.account, { key, values: { name } }, undo || undefined)
  })
  return { to: personPath(account), notice }
}

const guarded = { needs: 'people.change', isDangerous: true, again: personPage } as const

/** A deed that asks for nothing but the account of the address. */
const button = (segment: string, key: string | ((account: Account) => string), work: Work): Route =>
  route.deed({
    path: `/people/:account/${segment}/`,
    ...guarded,
    form: z.strictObject({}),
    async handle(visit) {
      const account = await accountHere(visit)
      return doTo(visit, account, typeof key === 'string' ? key : key(account), work)
    },
  })

const access = (segment: string, key: string, isSuspended: boolean): Route =>
  button(segment, key, async (unit, { account, by }) => {
    await suspendAccount(unit, { account, isSuspended, by })
    return undoAccess.step({ account, isSuspended: !isSuspended })
  })

export const personDeeds = [
  route.deed({
    path: '/people/:account/roles/',
    ...guarded,
    form: z.strictObject(grantsFields),
    async handle(visit, form) {
      const before = await accountHere(visit)
      const grants = await grantsIn(visit.gawai, form)
      return doTo(visit, before, 'people.rolesChanged', async (unit, { account, by }) => {
        await changeGrants(unit, { account, grants, by })
        return undoRoles.step({ account, grants: [...before.grants] })
      })
    },
  }),
  button('sessions/ending', 'people.sessionsEnded', signOutEverywhere),
  button(
    'factors/removal',
    ({ hasPassword }) => (hasPassword ? 'factors.allRemoved' : 'factors.noneLeft'),
    removeFactors,
  ),
  access('suspending', 'people.wasSuspended', true),
  access('restoring', 'people.wasRestored', false),
  route.deed({
    path: '/people/:account/reset/',
    ...guarded,
    form: z.strictObject({}),
    async handle(visit) {
      const { gawai, actor, say } = visit
      const account = await accountHere(visit)
      const token = await gawai.write((unit) => inviteToReset(unit, { account, by: actor.account }))
      const link = `${gawai.origin}/newsroom/enter/${token}/`
      return {
        title: say('people.resetMade', { name: account.name }),
        room: peopleRoom,
        body: html`<p>${say('people.resetWords', { name: account.name })}</p>
          <p><a class="secret" href="${link}">${link}</a></p>
          <p class="on"><a href="${personPath(account.account)}">${account.name}</a></p>`,
      }
    },
  }),
]
