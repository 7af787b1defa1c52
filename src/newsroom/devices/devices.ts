import {
  catalogueBrands,
  type CatalogueLine,
  catalogueList,
  categories,
  categoryWords,
  deviceStatuses,
  statusWords,
} from '#devices'
import { type Html, html, nothing } from '#platform/html.ts'
import { timeView } from '#look/time.ts'
import { idField } from '../forms/form.ts'
import { choice, field, type Option } from '../forms/fields-view.ts'
import { dataTable } from '../lists/data-table.ts'
import { filtersView, nextPage } from '../lists/filters.ts'
import { type Page, route, type Visit } from '../route.ts'
import { catalogueNav } from './devices-nav.ts'
import { devicePath, devicesRoom } from './paths.ts'

const perPage = 50

/** Every device, the last changed first. */
async function devicesPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const asked = askedIn(visit)
  const { items, before } = await catalogueList(gawai, { ...asked, limit: perPage })
  return {
    title: say('rooms.devices'),
    lead: say('rooms.devicesWords'),
    room: devicesRoom,
    isWide: true,
    body: html`${catalogueNav(visit, devicesRoom)}
      <p><a class="button" href="${devicesRoom}new/">${say('devicesDesk.add')}</a></p>
      ${await filters(visit, asked)}
      ${items.length === 0 ? html`<p>${say('devicesDesk.none')}</p>` : tableView(visit, items)}
      ${before === undefined ? nothing : nextPage(visit, { before: `${before.at}-${before.id}` })}`,
  }
}

function askedIn({ url }: Visit) {
  const asked = url.searchParams
  const [, at, id] = /^(\d{1,15})-(\d{1,15})$/.exec(asked.get('before') ?? '') ?? []
  return {
    words: (asked.get('words') ?? '').slice(0, 100),
    brand: idField.safeParse(asked.get('brand')).data,
    category: categories.find((one) => one === asked.get('category')),
    status: deviceStatuses.find((one) => one === asked.get('status')),
    before: at === undefined ? undefined : { at: Number(at), id: Number(id) },
  }
}

async function filters(visit: Visit, { words, brand, category, status }: ReturnType<typeof askedIn>): Promise<Html> {
  const { say, gawai } = visit
  const any = { value: '', words: say('filters.all') }
  const brands = (await catalogueBrands(gawai)).map(({ id, name }) => ({ value: String(id), words: name }))
  return filtersView(visit, [
    field(visit, { name: 'words', value: words, type: 'search', most: 100, isOptional: true }),
    choice(visit, { name: 'brand', value: String(brand ?? ''), options: [any, ...brands] }),
    choice(visit, { name: 'category', value: category ?? '', options: [any, ...categoryOptions(visit)] }),
    choice(visit, { name: 'status', value: status ?? '', options: [any, ...statusOptions(visit)] }),
  ])
}

export const categoryOptions = ({ say }: Visit): Option[] =>
  categories.map((value) => ({ value, words: say(categoryWords[value]) }))
export const statusOptions = ({ say }: Visit): Option[] =>
  deviceStatuses.map((value) => ({ value, words: say(statusWords[value]) }))

const tableView = ({ say, time }: Visit, lines: readonly CatalogueLine[]): Html =>
  dataTable(
    [
      say('devicesDesk.device'),
      say('devicesDesk.category'),
      say('devicesDesk.status'),
      say('devicesDesk.released'),
      say('devicesDesk.changedAt'),
    ],
    lines.map(({ id, brand, name, category, status, released, changedAt }) => [
      html`<a href="${devicePath(id)}">${brand} ${name}</a>`,
      say(categoryWords[category]),
      say(statusWords[status]),
      released ?? '',
      timeView(changedAt, time),
    ]),
  )

export const deviceListRoutes = [route.page('/devices/', 'devices.see', devicesPage)]
