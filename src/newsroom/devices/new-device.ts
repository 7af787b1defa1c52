import { z } from 'zod'
import { addDevice, categories, deviceNamed, recordAdded, settleUnknown } from '#devices'
import { keepOrganisation } from '#organisations'
import { html, nothing } from '#platform/html.ts'
import { Conflict } from '#platform/refusals.ts'
import { choice, field } from '../forms/fields-view.ts'
import { line } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { categoryOptions } from './devices.ts'
import { devicePath, devicesRoom, editorOf } from './paths.ts'

/** A device that the catalogue does not have: its brand and its name are enough to begin with. */
async function newDevicePage(visit: Visit): Promise<Page> {
  const { say, url } = visit
  const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 200)
  const unknown = visit.entered['unknown'] ?? asked('unknown')
  return {
    title: say('devicesDesk.add'),
    lead: say('devicesDesk.addWords'),
    room: devicesRoom,
    body: html`<form method="post" action="${devicesRoom}new/">
      ${field(visit, { name: 'brandName', value: asked('brand'), most: 200 })}
      ${field(visit, { name: 'name', value: unknown, most: 200, hint: say('devicesDesk.nameWords') })}
      ${choice(visit, { name: 'category', value: 'phone', options: categoryOptions(visit) })}
      ${unknown === '' ? nothing : html`<input type="hidden" name="unknown" value="${unknown}" />`}
      <p><button>${say('devicesDesk.addNow')}</button></p>
    </form>`,
  }
}

const form = z.strictObject({
  brandName: line(200),
  name: line(200),
  category: z.enum(categories),
  /** The words of an unknown device that this one is. */
  unknown: z.string().max(200).optional(),
})

export const newDeviceRoutes = [
  route.page('/devices/new/', 'devices.change', newDevicePage),
  route.deed({
    path: '/devices/new/',
    needs: 'devices.change',
    form,
    again: newDevicePage,
    async handle({ gawai, actor }, { brandName, name, category, unknown }) {
      let device = 0
      const notice = await gawai.write(async (unit) => {
        const id = await keepOrganisation(unit, { name: brandName, kind: 'company', isBrand: true })
        if ((await deviceNamed(unit, id, name)) !== undefined)
          throw new Conflict(`${brandName} has a device "${name}" already`, {
            key: 'devicesDesk.hasIt',
            values: { brand: brandName, name },
          })
        device = await addDevice(unit, { brand: { id, name: brandName }, name, category, status: 'rumoured' })
        await recordAdded(unit, { device, name: `${brandName} ${name}`, by: editorOf(actor) })
        if (unknown !== undefined) await settleUnknown(unit, { words: unknown, device })
        return tellDone(unit, actor.account, { key: 'devicesDesk.added', values: { name: `${brandName} ${name}` } })
      })
      return { to: devicePath(device), notice }
    },
  }),
]
