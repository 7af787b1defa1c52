import { z } from 'zod'
import { settledSchema, settleUnknown, type UnknownDevice, undoSettling, unknownDevices } from '#devices'
import { must } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { line } from '../forms/form.ts'
import { nextPage } from '../lists/filters.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { sheetPath } from '../writing/article-here.ts'
import { deviceByAddress } from './by-address.ts'
import { catalogueNav } from './devices-nav.ts'
import { devicesRoom } from './paths.ts'

const room = `${devicesRoom}unknown/`
const perPage = 30

/** What articles name and the catalogue does not have. */
async function unknownPage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const [, at, form] = /^(\d{1,15})-(.{1,200})$/.exec(url.searchParams.get('before') ?? '') ?? []
  const asked = at === undefined || form === undefined ? undefined : { at: Number(at), form }
  const { items, older } = await unknownDevices(gawai, { limit: perPage, before: asked })
  return {
    title: say('devicesDesk.unknown'),
    lead: say('devicesDesk.unknownWords'),
    room: devicesRoom,
    body: html`${catalogueNav(visit, room)}
    ${items.length === 0 ? html`<p>${say('devicesDesk.noUnknown')}</p>` : nothing}
    ${items.map((one, place) => unknownView(visit, one, place))}
    ${older === undefined ? nothing : nextPage(visit, { before: `${older.at}-${older.form}` })}`,
  }
}

function unknownView(
  { say, time }: Visit,
  { words, brand, articles, article, at }: UnknownDevice,
  place: number,
): Html {
  const adding = new URLSearchParams({ unknown: words, ...(brand && { brand: brand.name }) })
  const id = `is-${place}`
  return html`<section>
    <h2>${brand ? `${brand.name} ` : nothing}${words}</h2>
    <p class="quiet">
      <a href="${sheetPath(article)}">${say('devicesDesk.inArticles', { count: articles })}</a> · ${timeView(at, time)}
    </p>
    <p><a class="button" href="${devicesRoom}new/?${adding.toString()}">${say('devicesDesk.addThis')}</a></p>
    <form method="post" action="${room}">
      <input type="hidden" name="words" value="${words}" />
      <p class="field">
        <label for="${id}">${say('devicesDesk.isDevice', { words })}</label>
        <input id="${id}" name="device" maxlength="300" placeholder="xiaomi-redmi-note-4" />
      </p>
      <p><button>${say('devicesDesk.settleUnknown')}</button></p>
    </form>
  </section> `
}

const undoUnknown = undoing('device.unknown-settled', settledSchema, async (unit, settled, actor) => {
  must(actor, 'devices.change')
  await undoSettling(unit, settled)
})

export const unknownUndoes = [undoUnknown]

export const unknownRoutes = [
  route.page('/devices/unknown/', 'devices.see', unknownPage),
  route.deed({
    path: '/devices/unknown/',
    needs: 'devices.change',
    form: z.strictObject({ words: line(200), device: z.string().trim().max(300) }),
    again: unknownPage,
    async handle(visit, { words, device: text }) {
      const { gawai, actor } = visit
      const device = (await deviceByAddress(visit, 'device', text)) ?? undefined
      const notice = await gawai.write(async (unit) => {
        const settled = await settleUnknown(unit, { words, device })
        const told = { key: 'devicesDesk.unknownSettled', values: { words } }
        return tellDone(unit, actor.account, told, undoUnknown.step(settled))
      })
      return { to: room, notice }
    },
  }),
]
