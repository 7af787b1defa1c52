import {
  availabilityOfDevice,
  deviceSubject,
  type Market,
  markets,
  type PricedDevice,
  pricedDevice,
  priceHistory,
  type Settled,
} from '#devices'
import { machineTime } from '#look/time.ts'
import type { Instant } from '#platform/database/tables.ts'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../../edition.ts'
import type { Entry } from '../../feeds/format.ts'
import { rss } from '../../feeds/rss.ts'
import { xmlText } from '../../xml.ts'
import { availabilityWords } from './availability-words.ts'
import { marketName, priceInWords } from './price-words.ts'
import { nextDay } from './prices-section.ts'

const shownFor = 90 * 86_400_000
const most = 30

/** One thing that happened with a device. */
interface Happening {
  /** By what programs know it, for ever. */
  id: string
  title: string
  at: Instant
  market: string
}

/** What happened with a device in the last 90 days, for programs that follow it: its lowest price by market, and where it is sold. */
export async function priceFeed(own: Edition, slug: string): Promise<PagePlan | undefined> {
  const { gawai } = own
  const device = await pricedDevice(gawai, { slug })
  if (!device) return undefined
  return {
    subject: deviceSubject(device.id),
    status: 200,
    type: rss.type,
    parts: [
      {
        subject: deviceSubject(device.id),
        view: `feed ${own.lang}`,
        async render() {
          const now = gawai.clock.now()
          const all = await happenings(own, device, now)
          const items = await Promise.all(all.map(async (one) => rss.item(entryOf(own, device, one))))
          return {
            body: `${await rss.top(channelOf(own, device, all))}${items.join('')}${rss.end}`,
            until: nextDay(now),
          }
        },
      },
    ],
  }
}

async function happenings(own: Edition, device: PricedDevice, now: Instant): Promise<Happening[]> {
  const prices = await Promise.all((await markets(own.gawai)).map((market) => changesIn(own, device, market, now)))
  const rows = await availabilityOfDevice(own.gawai, device.id)
  const said = rows.flatMap(({ open, carriers }) => [...(open ? [open] : []), ...carriers])
  return [...prices.flat(), ...said.map((one) => saidOf(own, device, one))]
    .toSorted((one, other) => other.at - one.at || one.id.localeCompare(other.id))
    .slice(0, most)
}

/** The days on which the lowest price of a market was another than on the day before. */
async function changesIn(
  own: Edition,
  { id, name }: PricedDevice,
  { code, currency }: Market,
  now: Instant,
): Promise<Happening[]> {
  const since = instantOfDay(dayOfInstant(now - shownFor))
  const history = await priceHistory(own.gawai, { device: id, market: code, currency, since })
  return history
    .filter(({ amount }, index) => amount !== history[index - 1]?.amount)
    .map(({ at, amount }) => ({
      id: `device:${id}:price:${code}:${new Date(at).toISOString().slice(0, 10)}:${amount}`,
      title: own.say('devicePrices.feedPrice', {
        name,
        price: priceInWords(amount, currency, own),
        market: marketName(code, own),
      }),
      at,
      market: code,
    }))
}

function saidOf(
  own: Edition,
  { id, name }: PricedDevice,
  { market, carrier, status, saidAt, provenance }: Settled,
): Happening {
  const place = carrier ? `${marketName(market, own)} (${carrier.name})` : marketName(market, own)
  return {
    id: `device:${id}:availability:${market}:${carrier?.id ?? ''}:${status}:${saidAt}`,
    title: own.say('devicePrices.feedAvailability', {
      name,
      market: place,
      status: own.say(availabilityWords[status]),
      source: provenance.name,
    }),
    at: saidAt,
    market,
  }
}

function entryOf(
  { absolute, paths, lang, time }: Edition,
  { slug }: PricedDevice,
  { id, title, at, market }: Happening,
): Entry {
  const when = machineTime(at, time)
  return {
    id: xmlText(id),
    href: absolute(paths.devicePrices(slug, market)),
    title: xmlText(title),
    summary: xmlText(title),
    content: '',
    lang,
    publishedAt: at,
    modifiedAt: at,
    published: when,
    modified: when,
    writers: [],
    categories: [],
  }
}

const channelOf = (own: Edition, { slug, name }: PricedDevice, all: readonly Happening[]) => ({
  self: own.absolute(own.paths.deviceFeed(slug)),
  home: own.absolute(own.paths.device(slug)),
  site: { name: xmlText(own.name), home: own.absolute(own.paths.home) },
  title: xmlText(`${name} – ${own.name}`),
  description: xmlText(own.say('devicePrices.feedAbout', { name })),
  lang: own.lang,
  changedAt: all[0]?.at,
})
