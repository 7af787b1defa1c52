import { z } from 'zod'
import { changeOrganisation, findOrganisation, organisationKinds, organisationSchema } from '#organisations'
import { must } from '#people'
import { html, nothing, raw } from '#platform/html.ts'
import { area, choice, field } from '../forms/fields-view.ts'
import { line, ticked } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { kindWords, organisationHere, organisationPath, organisationsRoom } from './organisations.ts'
import { sameView } from './same-organisation.ts'

type Found = Awaited<ReturnType<typeof findOrganisation>>

/** One organisation: what it is, whether devices are named after it, and which other one it is the same as. */
async function organisationPage(visit: Visit): Promise<Page | Onward> {
  const found = await findOrganisation(visit.gawai, organisationHere(visit))
  return found.mergedInto === undefined ? pageOf(visit, found) : { to: organisationPath(found.mergedInto) }
}

/** The same for who has sent a form of it that could not be used. */
export const againPage = async (visit: Visit): Promise<Page> =>
  pageOf(visit, await findOrganisation(visit.gawai, organisationHere(visit)))

async function pageOf(visit: Visit, { name, kind, isBrand, url, about }: Found): Promise<Page> {
  const { say, entered } = visit
  const kinds = organisationKinds.map((value) => ({ value, words: say(kindWords[value]) }))
  const isTicked = Object.keys(entered).length > 0 ? entered['isBrand'] === 'on' : isBrand
  return {
    title: name,
    room: organisationsRoom,
    body: html`<form method="post" action="${organisationPath(organisationHere(visit))}">
        ${field(visit, { name: 'name', value: name, most: 200, autocomplete: 'off' })}
        ${choice(visit, { name: 'kind', value: kind, options: kinds })}
        ${field(visit, { name: 'url', type: 'url', value: url ?? '', most: 500, isOptional: true })}
        <p class="field">
          <label
            ><input
              type="checkbox"
              name="isBrand"
              ${isTicked ? raw('checked') : nothing}
            />${say('organisations.isBrand')}</label
          >
        </p>
        ${area(visit, { name: 'aboutId', value: about.id, most: 1000 })}
        ${area(visit, { name: 'aboutEn', value: about.en, most: 1000 })}
        <p><button>${say('form.save')}</button></p>
      </form>
      ${await sameView(visit)}`,
  }
}

const undoSaying = undoing(
  'organisation.said',
  organisationSchema.extend({ organisation: z.number() }),
  async (unit, said, actor) => {
    must(actor, 'organisations.change')
    await changeOrganisation(unit, { ...said, by: actor.account })
  },
)

/** How what is done here is taken back. */
export const organisationUndoes = [undoSaying]

const about = z.string().trim().max(1000)
const form = z.strictObject({
  name: line(200),
  kind: z.enum(organisationKinds),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  isBrand: ticked,
  aboutId: about,
  aboutEn: about,
})

export const organisationRoutes = [
  route.page('/organisations/:organisation{[1-9]\\d*}/', 'organisations.change', organisationPage),
  route.deed({
    path: '/organisations/:organisation{[1-9]\\d*}/',
    needs: 'organisations.change',
    form,
    again: againPage,
    async handle(visit, { name, kind, url, isBrand, aboutId, aboutEn }) {
      const { gawai, actor } = visit
      const organisation = organisationHere(visit)
      const said = { name, kind, isBrand, url: url === '' ? null : url, about: { id: aboutId, en: aboutEn } }
      const notice = await gawai.write(async (unit) => {
        const before = await changeOrganisation(unit, { organisation, ...said, by: actor.account })
        const told = { key: 'organisations.saved', values: { name } }
        return tellDone(unit, actor.account, told, undoSaying.step({ organisation, ...before }))
      })
      return { to: organisationPath(organisation), notice }
    },
  }),
]
