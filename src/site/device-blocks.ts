import { devicesOfBrand, devicesSubject, familiesOfBrand, latestDevices } from '#devices'
import type { Id } from '#platform/database/tables.ts'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import { html, nothing } from '#platform/html.ts'
import type { Part } from '#platform/page-store/page.ts'
import type { Edition } from './edition.ts'
import { deviceLines } from './devices/device-lines.ts'

const inBlock = 6

/** On the home page: what came out last. Takes no space while there is no device. */
export const latestDevicesBlock = (own: Edition): Part => ({
  subject: devicesSubject,
  view: `home ${own.lang}`,
  async render() {
    const { gawai, say, paths } = own
    const today = dayOfInstant(gawai.clock.now())
    const devices = await latestDevices(gawai, { today, limit: inBlock })
    const body = html`<section class="catalogue">
      <h2><a href="${paths.latestDevices}">${say('deviceList.latest')}</a></h2>
      ${deviceLines(own, devices, 3)}
      <p class="on">
        <a href="${paths.devices}">${say('deviceList.all')}</a>
        <a href="${paths.upcomingDevices}">${say('deviceList.upcoming')}</a>
      </p>
    </section> `
    return { body: devices.length === 0 ? nothing : body, until: instantOfDay(today + 1) }
  },
})

/** Above what is written about a brand: its families and its newest devices. Takes no space while there is none. */
export const brandDevicesBlock = (own: Edition, brand: { id: Id; slug: string; name: string }): Part => ({
  subject: devicesSubject,
  view: `brand ${brand.id} ${own.lang}`,
  async render() {
    const { gawai, say, paths } = own
    const devices = await devicesOfBrand(gawai, brand.id, { limit: inBlock })
    if (devices.length === 0) return { body: nothing }
    const families = await familiesOfBrand(gawai, brand.id)
    return {
      body: html`<section class="catalogue">
        <h2><a href="${paths.devicesOfBrand(brand.slug)}">${say('deviceList.ofBrand', { brand: brand.name })}</a></h2>
        ${
          families.length === 0
            ? nothing
            : html`<ul class="below">
                ${families.map(({ slug, name }) => html`<li><a href="${paths.family(brand.slug, slug)}">${name}</a></li> `)}
              </ul>`
        }
        ${deviceLines(own, devices, 3)}
        <p class="on">
          <a href="${paths.devicesOfBrand(brand.slug)}">${say('deviceList.allOfBrand', { brand: brand.name })}</a>
        </p>
      </section> `,
    }
  },
})
