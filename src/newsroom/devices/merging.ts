import { z } from 'zod'
import { catalogueList, deskDevice, mergedDevicesSchema, mergeInNewsroom, splitInNewsroom } from '#devices'
import { must } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import { idField } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { deviceNav } from './devices-nav.ts'
import { deviceHere, devicePath, deviceRoute, devicesRoom, editorOf } from './paths.ts'

const mostFound = 20

/** Which other one this is the same as: it is looked for by its words first. */
async function mergingPage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const device = await deskDevice(gawai, deviceHere(visit))
  const here = `${devicePath(device.id)}merging/`
  const words = (url.searchParams.get('words') ?? '').slice(0, 100)
  const found = words === '' ? [] : (await catalogueList(gawai, { words, limit: mostFound })).items
  const others = found.filter(({ id }) => id !== device.id)
  return {
    title: `${device.brand} ${device.name}`,
    room: devicesRoom,
    body: html`${deviceNav(visit, device.id, 'merging/')}
      <p>${say('devicesDesk.mergingWords')}</p>
      <form method="get" action="${here}" class="filters">
        ${field(visit, { name: 'words', value: words, type: 'search', most: 100 })}
        <p><button>${say('devicesDesk.find')}</button></p>
      </form>
      ${words !== '' && others.length === 0 ? html`<p>${say('devicesDesk.none')}</p>` : nothing}
      ${others.length > 0 ? mergeForm(visit, here, others) : nothing}`,
  }
}

const mergeForm = (
  { say }: Visit,
  here: string,
  others: readonly { id: number; brand: string; name: string; released: string | null }[],
): Html =>
  html`<form method="post" action="${here}">
    <ul class="boxes">
      ${others.map(
        ({ id, brand, name, released }) =>
          html`<li>
            <label
              ><input type="radio" name="merged" value="${id}" required /> ${brand} ${name}
              <span class="quiet">${released ?? ''}</span></label
            >
          </li> `,
      )}
    </ul>
    <p><button>${say('devicesDesk.merge')}</button></p>
  </form>`

const undoMerging = undoing('device.merged', mergedDevicesSchema, async (unit, merge, actor) => {
  must(actor, 'devices.change')
  await splitInNewsroom(unit, { merge, by: editorOf(actor) })
})

export const deviceMergingUndoes = [undoMerging]

export const deviceMergingRoutes = [
  route.page(`${deviceRoute}merging/`, 'devices.see', mergingPage),
  route.deed({
    path: `${deviceRoute}merging/`,
    needs: 'devices.change',
    form: z.strictObject({ merged: idField }),
    again: mergingPage,
    async handle(visit, { merged: into }) {
      const { gawai, actor } = visit
      const from = deviceHere(visit)
      const { brand, name } = await deskDevice(gawai, from)
      const notice = await gawai.write(async (unit) => {
        const merge = await mergeInNewsroom(unit, { from, into, by: editorOf(actor) })
        const told = { key: 'devicesDesk.merged', values: { name: `${brand} ${name}` } }
        return tellDone(unit, actor.account, told, undoMerging.step(merge))
      })
      return { to: devicePath(into), notice }
    },
  }),
]
