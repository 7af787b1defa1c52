import { z } from 'zod'
import { endReminder, factorsFor, isToBeReminded } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { route, type Visit } from '../route.ts'
import { areCodesFew } from './recovery-codes.ts'

/** Says once, to who has none, that a second factor would be good; and to who has one, that their codes come to an end. */
export async function reminderView({ gawai, actor, say }: Visit): Promise<Html> {
  const factors = await factorsFor(gawai.db, actor.account)
  if (areCodesFew(factors))
    return html`<p class="on quiet">
      ${say('factors.codesFew', { count: factors.codesLeft })} <a href="/newsroom/me/">${say('factors.newCodes')}</a>
    </p>`
  if (!(await isToBeReminded(gawai.db, actor.account))) return nothing
  return html`<div class="notice">
    <p>${say('factors.reminder')} <a href="/newsroom/me/">${say('factors.reminderWay')}</a></p>
    <form method="post" action="/newsroom/me/reminder/ending/"><button>${say('factors.reminderEnd')}</button></form>
  </div>`
}

export const reminderRoutes = [
  route.deed({
    path: '/me/reminder/ending/',
    needs: 'newsroom.enter',
    form: z.strictObject({}),
    async handle({ gawai, actor }) {
      await gawai.write((unit) => endReminder(unit, actor.account))
      return { to: '/newsroom/' }
    },
  }),
]
