import { z } from 'zod'
import {
  categories,
  changeDevice,
  type DeskDevice,
  deskDevice,
  deviceFactsSchema,
  deviceStatuses,
  familyNamed,
} from '#devices'
import { must } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import { html, nothing } from '#platform/html.ts'
import { Invalid } from '#platform/refusals.ts'
import { choice, field } from '../forms/fields-view.ts'
import { line } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { deviceByAddress } from './by-address.ts'
import { categoryOptions, statusOptions } from './devices.ts'
import { deviceNav } from './devices-nav.ts'
import { deviceHere, devicePath, deviceRoute, devicesRoom, editorOf } from './paths.ts'
import { sourceFields, sourceForm, sourceIn } from './source-fields.ts'

/** One device: what it is, since when, and what came before it. */
async function devicePage(visit: Visit): Promise<Page | Onward> {
  const device = await deskDevice(visit.gawai, deviceHere(visit))
  return device.merged_into === null ? pageOf(visit, device) : { to: devicePath(device.merged_into) }
}

const againPage = async (visit: Visit): Promise<Page> => pageOf(visit, await deskDevice(visit.gawai, deviceHere(visit)))

async function pageOf(visit: Visit, device: DeskDevice): Promise<Page> {
  const { say } = visit
  const { id, brand, name, category, status, is_status_pinned } = device
  const follows = { value: '', words: say('devicesDesk.follows') }
  const date = { most: 60, isOptional: true, hint: say('devicesDesk.dateWords') }
  return {
    title: `${brand} ${name}`,
    room: devicesRoom,
    body: html`${deviceNav(visit, id, '')}
      <form method="post" action="${devicePath(id)}">
        ${field(visit, { name: 'name', value: name, most: 200, autocomplete: 'off' })}
        ${choice(visit, { name: 'category', value: category, options: categoryOptions(visit) })}
        ${choice(visit, {
          name: 'status',
          value: is_status_pinned === 1 ? status : '',
          options: [follows, ...statusOptions(visit)],
        })}
        ${field(visit, { name: 'family', value: device.family ?? '', most: 100, isOptional: true })}
        ${field(visit, {
          name: 'predecessor',
          value: device.predecessor ?? '',
          most: 300,
          isOptional: true,
          hint: say('devicesDesk.predecessorWords'),
        })}
        ${field(visit, { name: 'announced', value: device.announced ?? '', ...date })}
        ${field(visit, { name: 'released', value: device.released ?? '', ...date })}
        <details ${Object.keys(visit.wrong).some((one) => one.startsWith('source')) ? html`open` : nothing}>
          <summary>${say('devicesDesk.whoSaysDates')}</summary>
          ${await sourceFields(visit, id)}
        </details>
        <p><button>${say('form.save')}</button></p>
      </form>`,
  }
}

export const undoChanging = undoing(
  'device.changed',
  deviceFactsSchema.extend({ device: z.number() }),
  async (unit, facts, actor) => {
    must(actor, 'devices.change')
    await changeDevice(unit, { ...facts, by: editorOf(actor) })
  },
)

/** How what is done here is taken back. */
export const deviceUndoes = [undoChanging]

const date = z.string().trim().max(60)
const form = z.strictObject({
  name: line(200),
  category: z.enum(categories),
  status: z.union([z.literal(''), z.enum(deviceStatuses)]),
  family: z.string().trim().max(100),
  predecessor: z.string().trim().max(300),
  announced: date,
  released: date,
  ...sourceForm,
})
type Facts = z.output<typeof form>

/** Dates whose words changed are said by whom the form names. */
async function datesFrom(unit: Unit, visit: Visit, before: DeskDevice, facts: Facts) {
  const { announced, released } = facts
  for (const [name, text] of Object.entries({ announced, released }))
    if (text !== '' && readFuzzyDate(text) === undefined)
      throw new Invalid(
        `"${text}" is no date`,
        { key: 'devicesDesk.noDate', values: { date: text } },
        { [name]: visit.say('devicesDesk.noDate', { date: text }) },
      )
  if (announced === '' && released === '') return null
  const isSame = announced === (before.announced ?? '') && released === (before.released ?? '')
  const isNamed = facts.from !== '' || facts.sourceName !== ''
  return isSame && !isNamed ? before.dates_from : sourceIn(unit, visit, facts)
}

export const deviceRoutes = [
  route.page(deviceRoute, 'devices.see', devicePage),
  route.deed({
    path: deviceRoute,
    needs: 'devices.change',
    form,
    again: againPage,
    async handle(visit, facts) {
      const { gawai, actor } = visit
      const device = deviceHere(visit)
      const predecessor = await deviceByAddress(visit, 'predecessor', facts.predecessor)
      const notice = await gawai.write(async (unit) => {
        const row = await deskDevice({ db: unit.tx }, device)
        const before = await changeDevice(unit, {
          device,
          by: editorOf(actor),
          name: facts.name,
          category: facts.category,
          status: facts.status === '' ? row.status : facts.status,
          isStatusPinned: facts.status !== '',
          family: await familyNamed(unit, row.brand_id, facts.family),
          announced: facts.announced === '' ? null : facts.announced,
          released: facts.released === '' ? null : facts.released,
          datesFrom: await datesFrom(unit, visit, row, facts),
          predecessor,
          picture: row.picture_id,
        })
        const told = { key: 'devicesDesk.saved', values: { name: facts.name } }
        return tellDone(unit, actor.account, told, undoChanging.step({ device, ...before }))
      })
      return { to: devicePath(device), notice }
    },
  }),
]
