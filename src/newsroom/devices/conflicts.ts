import { z } from 'zod'
import {
  disputedDevices,
  isSpecification,
  pinSource,
  provenanceWords,
  type Resolved,
  saidSchema,
  sayInNewsroom,
  type Saying,
  showValues,
  type SpecificationName,
  specificationWords,
} from '#devices'
import { must } from '#people'
import { dayInWords } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { idField } from '../forms/form.ts'
import { nextPage } from '../lists/filters.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { catalogueNav } from './devices-nav.ts'
import { deviceHere, devicePath, deviceRoute, devicesRoom, editorOf } from './paths.ts'

const room = `${devicesRoom}conflicts/`
const perPage = 20

/** Specifications of which sources say different things: one of them is pinned, and counts. */
async function conflictsPage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const asked = idField.safeParse(url.searchParams.get('after')).data
  const { items, after } = await disputedDevices(gawai, { after: asked, limit: perPage })
  return {
    title: say('devicesDesk.conflicts'),
    lead: say('devicesDesk.conflictsWords'),
    room: devicesRoom,
    body: html`${catalogueNav(visit, room)}
    ${items.length === 0 ? html`<p>${say(after === undefined ? 'devicesDesk.noConflicts' : 'onward.noneYet')}</p>` : nothing}
    ${items.map(
      ({ id, name, disputed }) =>
        html`<section>
          <h2><a href="${devicePath(id)}">${name}</a></h2>
          ${disputed.map((one) => disputeView(visit, id, one))}
        </section> `,
    )}
    ${after === undefined ? nothing : nextPage(visit, { after: String(after) })}`,
  }
}

function disputeView(visit: Visit, device: number, { others, ...first }: Resolved): Html {
  const { say } = visit
  return html`<form method="post" action="${devicePath(device)}pinning/">
    <fieldset>
      <legend>${say(specificationWords[first.name].label)}</legend>
      <input type="hidden" name="specification" value="${first.name}" />
      <ul class="boxes">
        ${[first, ...others].map((saying, place) => sayingView(visit, saying, place === 0))}
      </ul>
      <p><button>${say('devicesDesk.pin')}</button></p>
    </fieldset>
  </form>`
}

const sayingView = ({ say, lang, time }: Visit, { name, values, provenance, asOf }: Saying, isFirst: boolean): Html =>
  html`<li>
    <label
      ><input type="radio" name="source" value="${provenance.id}" required ${isFirst ? html`checked` : nothing} />
      ${showValues(name, values, { lang, say })}
      <span class="quiet"
        >${provenance.name} · ${say(provenanceWords[provenance.kind])} · ${dayInWords(asOf, time)}</span
      ></label
    >
  </li> `

const undoPinning = undoing('device.pinned', saidSchema, async (unit, said, actor) => {
  must(actor, 'devices.change')
  await sayInNewsroom(unit, { ...said, by: editorOf(actor) })
})

export const conflictUndoes = [undoPinning]

const form = z.strictObject({
  specification: z.custom<SpecificationName>((word) => typeof word === 'string' && isSpecification(word)),
  source: idField,
})

export const conflictRoutes = [
  route.page('/devices/conflicts/', 'devices.see', conflictsPage),
  route.deed({
    path: `${deviceRoute}pinning/`,
    needs: 'devices.change',
    form,
    async handle(visit, { specification, source }) {
      const { gawai, actor, say } = visit
      const device = deviceHere(visit)
      const notice = await gawai.write(async (unit) => {
        const before = await pinSource(unit, { device, name: specification, provenance: source, by: editorOf(actor) })
        const told = { key: 'devicesDesk.pinnedNow', values: { name: say(specificationWords[specification].label) } }
        return tellDone(unit, actor.account, told, undoPinning.step(before))
      })
      return { to: room, notice }
    },
  }),
]
