import { deskDevice, provenanceWords, specificationWords, valueHistory } from '#devices'
import { html, nothing } from '#platform/html.ts'
import { dayView } from '#look/time.ts'
import { idField } from '../forms/form.ts'
import { dataTable } from '../lists/data-table.ts'
import { nextPage } from '../lists/filters.ts'
import { type Page, route, type Visit } from '../route.ts'
import { deviceNav } from './devices-nav.ts'
import { deviceHere, deviceRoute, devicesRoom } from './paths.ts'

const perPage = 100

/** Every value that was said of a device: by whom, who wrote it down, and until when. */
async function historyPage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const device = await deskDevice(gawai, deviceHere(visit))
  const asked = idField.safeParse(url.searchParams.get('before')).data
  const { items, before } = await valueHistory(gawai, device.id, { before: asked, limit: perPage })
  return {
    title: `${device.brand} ${device.name}`,
    room: devicesRoom,
    isWide: true,
    body: html`${deviceNav(visit, device.id, 'history/')}
    ${items.length === 0 ? html`<p>${say('devicesDesk.noHistory')}</p>` : tableView(visit, items)}
    ${before === undefined ? nothing : nextPage(visit, { before: String(before) })}`,
  }
}

const tableView = ({ say, time }: Visit, items: Awaited<ReturnType<typeof valueHistory>>['items']) =>
  dataTable(
    [
      say('devicesDesk.specification'),
      say('devicesDesk.value'),
      say('devicesDesk.from'),
      say('devicesDesk.saidAt'),
      say('devicesDesk.endedAt'),
    ],
    items.map(({ name, label, raw, source, url, kind, by, saidAt, endedAt, endedBy, is_pinned }) => [
      say(specificationWords[name].label),
      html`${label === null ? raw : `${label}: ${raw}`}${is_pinned === 1 ? html` · ${say('devicesDesk.pinned')}` : nothing}`,
      html`${url === '' ? source : html`<a href="${url}">${source}</a>`} · ${say(provenanceWords[kind])}`,
      html`${dayView(saidAt, time)} · ${by ?? say('devicesDesk.program')}`,
      endedAt === null ? '' : html`${dayView(endedAt, time)} · ${endedBy ?? say('devicesDesk.program')}`,
    ]),
  )

export const historyRoutes = [route.page(`${deviceRoute}history/`, 'devices.see', historyPage)]
