import { z } from 'zod'
import { mergeOrganisations, splitOrganisations } from '#articles'
import { changeOrganisation, findOrganisation, organisationKinds, organisationsPage } from '#organisations'
import { must } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { area, choice, field } from '../fields-view.ts'
import { idField, idIn, line, ticked } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { kindWords, organisationPath, organisationsRoom } from './organisations.ts'

const wanted = ({ params }: Visit): number => idIn(params, 'organisation')
const mostFound = 20

type Found = Awaited<ReturnType<typeof findOrganisation>>

/** One organisation: what it is, whether devices are named after it, and which other one it is the same as. */
async function organisationPage(visit: Visit): Promise<Page | Onward> {
  const found = await findOrganisation(visit.gawai, wanted(visit))
  return found.mergedInto === undefined ? pageOf(visit, found) : { to: organisationPath(found.mergedInto) }
}

const againPage = async (visit: Visit): Promise<Page> =>
  pageOf(visit, await findOrganisation(visit.gawai, wanted(visit)))

async function pageOf(visit: Visit, { name, kind, isBrand, url, about }: Found): Promise<Page> {
  const { say, entered } = visit
  const kinds = organisationKinds.map((value) => ({ value, words: say(kindWords[value]) }))
  const isTicked = Object.keys(entered).length > 0 ? entered['isBrand'] === 'on' : isBrand
  return {
    title: name,
    room: organisationsRoom,
    body: html`<form method="post" action="${organisationPath(wanted(visit))}">
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

/** The other one is looked for by its words first. */
async function sameView(visit: Visit): Promise<Html> {
  const { say, gawai, url } = visit
  const here = wanted(visit)
  const words = (url.searchParams.get('words') ?? '').slice(0, 100)
  const found = words === '' ? [] : (await organisationsPage(gawai, { words, limit: mostFound })).items
  const others = found.filter(({ id }) => id !== here)
  return html`<section>
    <h2>${say('organisations.same')}</h2>
    <p class="quiet">${say('organisations.sameWords')}</p>
    <form method="get" action="${organisationPath(here)}" class="filters">
      ${field(visit, { name: 'words', value: words, type: 'search', most: 100 })}
      <p><button>${say('organisations.find')}</button></p>
    </form>
    ${words !== '' && others.length === 0 ? html`<p>${say('organisations.none')}</p>` : nothing}
    ${others.length > 0 ? mergeForm(visit, here, others) : nothing}
  </section>`
}

const mergeForm = ({ say }: Visit, here: number, others: readonly { id: number; name: string; slug: string }[]): Html =>
  html`<form method="post" action="${organisationPath(here)}merging/">
    <ul class="boxes">
      ${others.map(
        ({ id, name, slug }) =>
          html`<li>
            <label
              ><input type="radio" name="into" value="${id}" required /> ${name}
              <span class="quiet">${slug}</span></label
            >
          </li> `,
      )}
    </ul>
    <p><button>${say('organisations.merge')}</button></p>
  </form>`

const saidSchema = z.object({
  name: z.string(),
  kind: z.enum(organisationKinds),
  isBrand: z.boolean(),
  url: z.string().nullable(),
  about: z.object({ id: z.string(), en: z.string() }),
})
const mergeSchema = z.object({
  from: z.number(),
  into: z.number(),
  isBrand: z.boolean(),
  madeBrand: z.boolean(),
  absorbed: z.array(z.number()),
  articles: z.array(z.number()),
  sources: z.array(z.object({ article: z.number(), position: z.number() })),
})

/** How what is done here is taken back. */
export const organisationUndoes = {
  'organisation.said': undoing(saidSchema.extend({ organisation: z.number() }), async (unit, said, actor) => {
    must(actor, 'organisations.change')
    await changeOrganisation(unit, { ...said, by: actor.account })
  }),
  'organisation.merged': undoing(mergeSchema, async (unit, merge, actor) => {
    must(actor, 'organisations.change')
    await splitOrganisations(unit, { ...merge, by: actor.account })
  }),
}

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
      const organisation = wanted(visit)
      const said = { name, kind, isBrand, url: url === '' ? null : url, about: { id: aboutId, en: aboutEn } }
      const notice = await gawai.write(async (unit) => {
        const before = await changeOrganisation(unit, { organisation, ...said, by: actor.account })
        const undo = { kind: 'organisation.said', payload: { organisation, ...before } }
        return tellDone(unit, actor.account, { key: 'organisations.saved', values: { name } }, undo)
      })
      return { to: organisationPath(organisation), notice }
    },
  }),
  route.deed({
    path: '/organisations/:organisation{[1-9]\\d*}/merging/',
    needs: 'organisations.change',
    form: z.strictObject({ into: idField }),
    again: againPage,
    async handle(visit, { into }) {
      const { gawai, actor } = visit
      const from = wanted(visit)
      const { name } = await findOrganisation(gawai, from)
      const notice = await gawai.write(async (unit) => {
        const undo = await mergeOrganisations(unit, gawai, { from, into, by: actor.account })
        const said = { key: undo ? 'organisations.merged' : 'organisations.mergedForGood', values: { name } }
        return tellDone(unit, actor.account, said, undo && { kind: 'organisation.merged', payload: undo })
      })
      return { to: organisationPath(into), notice }
    },
  }),
]
