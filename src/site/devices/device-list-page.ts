import {
  devicesOfBrand,
  devicesOfFamily,
  devicesSubject,
  familiesOfBrand,
  findFamily,
  latestDevices,
  type ListedDevice,
  upcomingDevices,
} from '#devices'
import { findBrand } from '#organisations'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import { html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { type Edition, otherEdition } from '../edition.ts'
import { framed, deviceHeadOf } from '../frame.ts'
import { deviceLines } from './device-lines.ts'

const inList = 60
/** A maker of more is none; a page of more is no page. */
const mostOfBrand = 1000

/** A page that lists devices. */
interface DeviceList {
  title: string
  words: string
  above?: { name: string; path: string }
  below?: readonly { name: string; path: string }[]
  pathIn(own: Edition): string
  /** Whether it changes when a day ends. */
  isOfToday?: boolean
  read(): Promise<ListedDevice[]>
}

const todayOf = ({ gawai }: Edition) => dayOfInstant(gawai.clock.now())

export function latestDevicesPage(own: Edition): PagePlan {
  const { gawai, say } = own
  return deviceListPage(own, {
    title: say('deviceList.latest'),
    words: say('deviceList.latestWords'),
    pathIn: ({ paths }) => paths.latestDevices,
    isOfToday: true,
    read: () => latestDevices(gawai, { today: todayOf(own), limit: inList }),
  })
}

export function upcomingDevicesPage(own: Edition): PagePlan {
  const { gawai, say } = own
  return deviceListPage(own, {
    title: say('deviceList.upcoming'),
    words: say('deviceList.upcomingWords'),
    pathIn: ({ paths }) => paths.upcomingDevices,
    isOfToday: true,
    read: () => upcomingDevices(gawai, { today: todayOf(own), limit: inList }),
  })
}

/** All devices of a maker; nothing while there is none. */
export async function brandDevicesPage(own: Edition, slug: string): Promise<PagePlan | undefined> {
  const { gawai, say, paths } = own
  const brand = await findBrand(gawai, slug, own.lang)
  const devices = brand ? await devicesOfBrand(gawai, brand.id, { limit: mostOfBrand }) : []
  if (!brand || devices.length === 0) return undefined
  const families = await familiesOfBrand(gawai, brand.id)
  return deviceListPage(own, {
    title: say('deviceList.ofBrand', { brand: brand.name }),
    words: say('deviceList.ofBrandWords', { brand: brand.name }),
    above: { name: brand.name, path: paths.brand(slug) },
    below: families.map((family) => ({ name: family.name, path: paths.family(slug, family.slug) })),
    pathIn: (one) => one.paths.devicesOfBrand(slug),
    read: async () => devices,
  })
}

export async function familyPage(own: Edition, brandSlug: string, slug: string): Promise<PagePlan | undefined> {
  const { gawai, say, paths } = own
  const brand = await findBrand(gawai, brandSlug, own.lang)
  const family = brand && (await findFamily(gawai, brand.id, slug))
  const devices = family ? await devicesOfFamily(gawai, family.id, { limit: mostOfBrand }) : []
  if (!family || devices.length === 0) return undefined
  const title = `${brand.name} ${family.name}`
  return deviceListPage(own, {
    title,
    words: say('deviceList.familyWords', { family: title }),
    above: { name: brand.name, path: paths.brand(brandSlug) },
    pathIn: (one) => one.paths.family(brandSlug, slug),
    read: async () => devices,
  })
}

function deviceListPage(own: Edition, { title, words, above, below = [], pathIn, ...list }: DeviceList): PagePlan {
  const { say, absolute, lang, gawai } = own
  const other = otherEdition(own)
  const path = pathIn(own)
  const until = list.isOfToday ? instantOfDay(dayOfInstant(gawai.clock.now()) + 1) : undefined
  const body: Part = {
    subject: devicesSubject,
    view: `list ${path}`,
    async render() {
      const devices = await list.read()
      const view = html`<header class="page-title">
          ${above ? html`<p class="label"><a href="${above.path}">${above.name}</a></p>` : nothing}
          <h1>${title}</h1>
          <p class="summary">${words}</p>
          ${
            below.length > 0
              ? html`<ul class="below">
                  ${below.map((one) => html`<li><a href="${one.path}">${one.name}</a></li> `)}
                </ul>`
              : nothing
          }${other ? html`<p class="partner"><a href="${pathIn(other)}" hreflang="${other.lang}" lang="${other.lang}">${say('list.inOtherLanguage')}</a></p>` : nothing}
        </header>
        ${devices.length === 0 ? html`<p>${say('deviceList.empty')}</p>` : deviceLines(own, devices)}`
      return { body: view, ...(until !== undefined && { until }) }
    },
  }
  const head: Part = {
    subject: devicesSubject,
    view: `list head ${path}`,
    render: () => ({
      body: deviceHeadOf(own, {
        title,
        description: words,
        canonical: absolute(path),
        ...(other && {
          alternates: [
            { lang, href: absolute(path) },
            { lang: other.lang, href: absolute(pathIn(other)) },
          ],
        }),
      }),
    }),
  }
  return { subject: devicesSubject, status: 200, parts: framed(own, head, [body]) }
}
