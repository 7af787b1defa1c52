import { type Html, html } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { devicePath, devicesRoom } from './paths.ts'

type Tab = readonly [path: string, words: string]

const tabsView = ({ say }: Visit, label: string, tabs: readonly Tab[], here: string): Html =>
  html`<nav class="tabs" aria-label="${say(label)}">
    <ul>
      ${tabs.map(([path, words]) => html`<li><a href="${path}" ${path === here ? html`aria-current="page"` : ''}>${say(words)}</a></li> `)}
    </ul>
  </nav> `

const rooms: readonly Tab[] = [
  [devicesRoom, 'devicesDesk.all'],
  [`${devicesRoom}conflicts/`, 'devicesDesk.conflicts'],
  [`${devicesRoom}unknown/`, 'devicesDesk.unknown'],
  [`${devicesRoom}reports/`, 'devicesDesk.reports'],
]

/** The pages of the whole catalogue. @param here the address of one */
export const catalogueNav = (visit: Visit, here: string): Html =>
  tabsView(visit, 'devicesDesk.cataloguePages', rooms, here)

/** The pages of one device. @param below what stands behind its own address */
export function deviceNav(visit: Visit, device: number, below: string): Html {
  const path = devicePath(device)
  const tabs: readonly Tab[] = [
    [path, 'devicesDesk.facts'],
    [`${path}specifications/body/`, 'devicesDesk.specifications'],
    [`${path}names/`, 'devicesDesk.names'],
    [`${path}picture/`, 'devicesDesk.picture'],
    [`${path}history/`, 'devicesDesk.history'],
    [`${path}merging/`, 'devicesDesk.merging'],
  ]
  return tabsView(visit, 'devicesDesk.devicePages', tabs, path + below)
}
