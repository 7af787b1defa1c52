import { z } from 'zod'
import { can, record, secondFactor } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { tellDone } from '../notice.ts'
import { route, type Visit } from '../route.ts'

const room = '/newsroom/people/'

/** Whether a second factor is offered or required: for whoever decides it. */
export function secondFactorView({ say, gawai, actor }: Visit): Html {
  if (!can(actor, 'settings.change')) return nothing
  const now = gawai.settings.get(secondFactor)
  const option = (value: 'offered' | 'required', words: string) =>
    html`<li>
      <label
        ><input type="radio" name="secondFactor" value="${value}" ${value === now ? raw('checked') : nothing} />
        ${say(words)}</label
      >
    </li> `
  return html`<section>
    <h2>${say('factors.rule')}</h2>
    <form method="post" action="${room}second-factor/" class="column">
      <fieldset>
        <legend>${say('factors.ruleWords')}</legend>
        <ul class="boxes">
          ${option('offered', 'factors.offered')} ${option('required', 'factors.required')}
        </ul>
      </fieldset>
      <p><button>${say('form.save')}</button></p>
    </form>
  </section>`
}

const form = z.strictObject({ secondFactor: z.enum(['offered', 'required']) })

export const secondFactorRoutes = [
  route.deed({
    path: '/people/second-factor/',
    needs: 'settings.change',
    isDangerous: true,
    form,
    handle: async ({ gawai, actor }, { secondFactor: value }) => ({
      to: room,
      notice: await gawai.write(async (unit) => {
        await gawai.settings.set(unit, secondFactor, value)
        await record(unit, { by: actor.account, action: 'doors.second-factor', object: 'setting', details: { value } })
        return tellDone(unit, actor.account, { key: value === 'required' ? 'factors.isRequired' : 'factors.isOffered' })
      }),
    }),
  }),
]
