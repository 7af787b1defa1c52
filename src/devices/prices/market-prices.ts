import type { Id, Instant } from '#platform/database/tables.ts'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { MarketCode } from '../tables.ts'
import { type DayPrice, lowestSince, priceHistory } from './history.ts'
import { type Market, markets } from './market.ts'
import { type Price, pricesOfDevice } from './prices-of-device.ts'

/** What a device costs in one market, and has cost. */
export interface MarketPrices {
  market: Market
  /** What shops ask, of each offer the newest: what can be bought now first, the cheapest before the others. */
  prices: Price[]
  /** The first of them that is new, in stock and not old; undefined where there is none. */
  lowest?: Price
  history: DayPrice[]
  lowest30?: DayPrice
  lowest90?: DayPrice
}

/** What is asked for a device in one market, in the order of `MarketPrices`. */
export interface AskedIn {
  market: Market
  prices: Price[]
}

/** The prices of a device in one market with their history, and what is asked in each. */
export interface DevicePrices {
  shown?: MarketPrices
  /** Those in which nobody asks anything. */
  without: Market[]
  /** Each market in which somebody asks something, in the newsroom's order. */
  asked: AskedIn[]
}

const aDay = 86_400_000
/** How far back a history is shown. */
const shownFor = 365 * aDay

/**
 * What the page of a device shows of its prices.
 *
 * @param market the one to show; by default the first in which somebody asks something, or the newsroom's first
 * @param now in milliseconds
 */
export async function devicePrices(
  gawai: Pick<Gawai, 'db' | 'reports'>,
  { device, market: wanted, now }: { device: Id; market?: MarketCode | undefined; now: Instant },
): Promise<DevicePrices> {
  const all = await pricesOfDevice(gawai, device, now)
  const known = await markets(gawai)
  const inEach = known.map((market) => ({ market, prices: inMarket(all, market.code) }))
  const asked = inEach.filter(({ prices }) => prices.length > 0)
  const without = inEach.filter(({ prices }) => prices.length === 0).map(({ market }) => market)
  const chosen = wanted === undefined ? (asked[0] ?? inEach[0]) : inEach.find(({ market }) => market.code === wanted)
  if (!chosen) return { asked, without }
  return { asked, without, shown: await marketPrices(gawai, { device, now, ...chosen }) }
}

/** Whether somebody who wants a new one could pay that today. */
export const isAskedNow = ({ isOld, condition, kind, stock }: Price): boolean =>
  !isOld && condition === 'new' && kind !== 'msrp' && stock !== 'out'

const inMarket = (all: readonly Price[], market: MarketCode): Price[] =>
  all
    .filter((price) => price.market === market)
    .toSorted(
      (one, other) =>
        Number(isAskedNow(other)) - Number(isAskedNow(one)) ||
        Number(one.isOld) - Number(other.isOld) ||
        one.amount - other.amount,
    )

interface Wanted {
  device: Id
  market: Market
  now: Instant
  prices: Price[]
}

async function marketPrices(
  gawai: Pick<Gawai, 'reports'>,
  { device, market, now, prices }: Wanted,
): Promise<MarketPrices> {
  const today = instantOfDay(dayOfInstant(now))
  const { code, currency } = market
  const history = await priceHistory(gawai, { device, market: code, currency, since: today - shownFor })
  const [first] = prices
  const lowest30 = lowestSince(history, today - 30 * aDay)
  const lowest90 = lowestSince(history, today - 90 * aDay)
  return {
    market,
    prices,
    history,
    ...(first && isAskedNow(first) && { lowest: first }),
    ...(lowest30 && { lowest30 }),
    ...(lowest90 && { lowest90 }),
  }
}
