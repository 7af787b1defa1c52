import { devicesOfArticle, deviceSubject, listedDevice } from '#devices'
import type { Id } from '#platform/database/tables.ts'
import { html, nothing } from '#platform/html.ts'
import type { Part } from '#platform/page-store/page.ts'
import type { Edition } from '../edition.ts'
import { deviceLine, listSources } from './device-lines.ts'

const mostBeside = 4

/** Beside an article the devices that it is about. Each is a fragment of its own: what changes of one is changed everywhere. */
export async function deviceBox(own: Edition, article: Id): Promise<(Part | string)[]> {
  const devices = (await devicesOfArticle(own.gawai, article)).slice(0, mostBeside)
  if (devices.length === 0) return []
  const label = `<aside class="device-box" aria-label="${own.say('deviceBox.title')}">\n`
  return [label, ...devices.map(({ id }) => boxed(own, id)), '</aside>\n']
}

const boxed = (own: Edition, device: Id): Part => ({
  subject: deviceSubject(device),
  view: `box ${own.lang}`,
  async render() {
    const listed = await listedDevice(own.gawai, device)
    return {
      body: listed ? html`<section>${deviceLine(own, listed, 2)}${listSources(own, [listed])}</section> ` : nothing,
    }
  },
})
