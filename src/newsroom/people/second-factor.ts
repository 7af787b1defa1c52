import { z } from 'zod'
import { can, secondFactor } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { tellDone } from '../notice.ts'
import { route, type Visit } from '../route.ts'
import { changeSettings, settingsUndoing } from '../settings/change-settings.ts'
import { peopleRoom } from './paths.ts'

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
    <form method="post" action="${peopleRoom}second-factor/" class="column">
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

const named = { secondFactor }
const form = z.strictObject({ secondFactor: secondFactor.schema })

const undoRule = settingsUndoing('second-factor', named)

/** How what is done here is taken back. */
export const secondFactorUndoes = [undoRule]

export const secondFactorRoutes = [
  route.deed({
    path: '/people/second-factor/',
    needs: 'settings.change',
    isDangerous: true,
    form,
    handle: async ({ gawai, actor }, values) => ({
      to: peopleRoom,
      notice: await gawai.write(async (unit) => {
        const before = await changeSettings(unit, gawai.settings, { named, values, by: actor.account })
        const key = values.secondFactor === 'required' ? 'factors.isRequired' : 'factors.isOffered'
        return tellDone(unit, actor.account, { key }, undoRule.step(before))
      }),
    }),
  }),
]
