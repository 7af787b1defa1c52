import {
  type AskedIn,
  articlesOfDevice,
  devicePrices,
  type DeviceRecord,
  deviceRecord,
  deviceSubject,
  showValues,
  slugSince,
} from '#devices'
import { cardList } from '#look/cards.ts'
import { shareable } from '#media'
import { type Html, html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { cardOf } from '../cards.ts'
import { type Edition, otherEdition } from '../edition.ts'
import { framed, deviceHeadOf } from '../frame.ts'
import { leadTo } from '../moved.ts'
import { availabilityView } from './availability-view.ts'
import { deviceData } from './device-data.ts'
import { deviceTop } from './device-top.ts'
import { comparedName } from './finder/address.ts'
import { sectionsAbove, sectionsBelow } from './further-sections.ts'
import { nextDay } from './prices/prices-section.ts'
import { notesOf, type SourceNotes, sourcesView } from './source-notes.ts'
import { specificationTables } from './specification-tables.ts'
import { variantsView } from './variants-view.ts'

const inArticles = 10

/** Everything that is known of a device, with who says so; the way to where it stands now, when it has moved. */
export async function devicePage(own: Edition, slug: string): Promise<PagePlan | undefined> {
  const record = await deviceRecord(own.gawai, slug)
  if (!record) {
    const now = await slugSince(own.gawai, slug)
    return now === undefined ? undefined : leadTo(own.paths.device(now))
  }
  const subject = deviceSubject(record.id)
  const notes = notesOf(record)
  const part = (view: string, body: () => Html): Part => ({
    subject,
    view: `${view} ${own.lang}`,
    render: () => ({ body: body() }),
  })
  const further = (sections: typeof sectionsAbove) => sections.map((section) => section(own, record))
  return {
    subject,
    status: 200,
    parts: framed(own, headPart(own, record), [
      part('top', () => deviceTop(own, record, notes)),
      ...further(sectionsAbove),
      part('facts', () => factsView(own, record, notes)),
      ...further(sectionsBelow),
      articlesPart(own, record),
      part('foot', () => footView(own, record, notes)),
    ]),
  }
}

const factsView = (own: Edition, record: DeviceRecord, notes: SourceNotes): Html =>
  html`${specificationTables(own, record, notes)}${variantsView(own, record, notes)}${availabilityView(own, record, notes)}`

function articlesPart({ gawai, lang, say, time }: Edition, { id, name }: DeviceRecord): Part {
  return {
    subject: deviceSubject(id),
    view: `articles ${lang}`,
    async render() {
      const { items } = await articlesOfDevice(gawai, { device: id, lang, limit: inArticles })
      const cards = items.map((item) => cardOf(item, 'line'))
      const body = html`<section class="device-articles">
        <h2>${say('devicePage.articles', { name })}</h2>
        ${cardList(cards, time, 3)}
      </section> `
      return { body: items.length === 0 ? nothing : body }
    },
  }
}

function footView(own: Edition, { slug }: DeviceRecord, notes: SourceNotes): Html {
  const { say, paths } = own
  const asked = `${comparedName}=${encodeURIComponent(slug)}`
  const beside = (ending: string) => `${paths.device(slug).slice(0, -1)}.${ending}`
  return html`${sourcesView(own, notes)}
    <p class="on">
      <a href="${paths.comparison}?${asked}" rel="nofollow">${say('devicePage.compare')}</a>
      <a href="${paths.bands}?${asked}" rel="nofollow">${say('devicePage.checkBands')}</a>
      <a href="${paths.deviceReport(slug)}" rel="nofollow">${say('devicePage.report')}</a>
      <a href="${beside('json')}" type="application/json">JSON</a> <a href="${beside('csv')}" type="text/csv">CSV</a>
    </p> `
}

/** What is asked for it stands in the data of the head, and is another the day after. */
const headPart = (own: Edition, record: DeviceRecord): Part => ({
  subject: deviceSubject(record.id),
  view: `head ${own.lang}`,
  async render() {
    const now = own.gawai.clock.now()
    const { asked } = await devicePrices(own.gawai, { device: record.id, now })
    return { body: deviceHead(own, record, asked), until: nextDay(now) }
  },
})

function deviceHead(own: Edition, record: DeviceRecord, asked: readonly AskedIn[]): Html {
  const { slug, name, picture } = record
  const other = otherEdition(own)
  const image = picture && shareable(picture)
  return deviceHeadOf(own, {
    title: own.say('devicePage.title', { name }),
    description: describe(own, record),
    canonical: own.absolute(own.paths.device(slug)),
    structured: deviceData(own, record, asked),
    ...(image?.width !== undefined &&
      image.height !== undefined && {
        image: { src: own.absolute(image.src), alt: name, width: image.width, height: image.height },
      }),
    ...(other && {
      alternates: [own, other].map((one) => ({ lang: one.lang, href: own.absolute(one.paths.device(slug)) })),
    }),
  })
}

/** The key facts in one line, for search engines. */
function describe(own: Edition, { name, specifications }: DeviceRecord): string {
  const facts = (['display_size', 'chipset', 'ram', 'storage', 'battery'] as const)
    .flatMap((key) => specifications.get(key) ?? [])
    .map((one) => showValues(one.name, one.values, own))
  const { say } = own
  return facts.length === 0
    ? say('devicePage.describeBare', { name })
    : say('devicePage.describe', { name, facts: facts.join(', ') })
}
