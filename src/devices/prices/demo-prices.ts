import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { dayOfInstant, instantOfDay } from '#platform/fuzzy-date.ts'
import type { Gawai } from '#platform/gawai.ts'
import { keepProvenance } from '../provenance.ts'
import type { MarketCode, Warranty } from '../tables.ts'
import { decimalsOf } from './currency.ts'
import { keepObservations, type Observed } from './keep-observations.ts'
import { keepHomeMarkets } from './market.ts'
import { keepShop } from './shop.ts'
import type { Observation } from './stretch.ts'

/** From whom made-up prices are known. Whatever shows them says so. */
export const demoPrices = 'Data demo / demo data'

/** Whether any price of this site is made up. */
export async function hasDemoPrices({ db }: Pick<Gawai, 'db'>): Promise<boolean> {
  const row = db.selectFrom('provenance').select('id').where('kind', '=', 'dataset').where('name', '=', demoPrices)
  return (await row.executeTakeFirst()) !== undefined
}

interface DemoShop {
  name: string
  market: MarketCode
  currency: string
  /** Of one US dollar, in whole units of the currency. */
  rate: number
  warranty: Warranty
  isAffiliate?: true
}

const demoShops: readonly DemoShop[] = [
  { name: 'Toko Contoh', market: 'ID', currency: 'IDR', rate: 16_000, warranty: 'official', isAffiliate: true },
  { name: 'Pasar Contoh', market: 'ID', currency: 'IDR', rate: 15_600, warranty: 'distributor' },
  { name: 'Kedai Contoh', market: 'MY', currency: 'MYR', rate: 4.4, warranty: 'official' },
  { name: 'Example Store Singapore', market: 'SG', currency: 'SGD', rate: 1.35, warranty: 'official' },
  { name: 'Example Store India', market: 'IN', currency: 'INR', rate: 84, warranty: 'official' },
  { name: 'Example Store US', market: 'US', currency: 'USD', rate: 1, warranty: 'official' },
]

const aDay = 86_400_000
const days = 730
const mostDevices = 12

/**
 * Makes up what the demo's shops asked for the newest devices of the catalogue, on each day of the last two years: the same for
 * the same devices and day. There is no open data set of such prices; these are marked as made up wherever they are shown.
 *
 * @returns how many observations were fed in
 */
export async function keepDemoPrices(gawai: Pick<Gawai, 'db' | 'write'>): Promise<number> {
  const devices = await newest(gawai)
  for (const [rank, device] of devices.entries())
    await gawai.write((unit) =>
      makeUp(unit, device, { launched: 199 + ((rank * 7) % mostDevices) * 80, isFalling: rank % 3 === 0 }),
    )
  return devices.length * demoShops.length * days
}

async function newest({ db }: Pick<Gawai, 'db'>): Promise<Id[]> {
  const rows = await db
    .selectFrom('device')
    .select('id')
    .where('released_from', 'is not', null)
    .where('category', '=', 'phone')
    .where('merged_into', 'is', null)
    .orderBy('released_from', 'desc')
    .orderBy('id')
    .limit(mostDevices)
    .execute()
  return rows.map(({ id }) => id)
}

interface DemoPriced {
  /** What it cost when it was new, in US dollars. */
  launched: number
  /** Whether it has become cheaper this week. */
  isFalling: boolean
}

async function makeUp(unit: Unit, device: Id, { launched, isFalling }: DemoPriced): Promise<void> {
  await keepHomeMarkets(unit)
  const provenance = await keepProvenance(unit, { kind: 'dataset', name: demoPrices })
  const observed: Observed[] = []
  for (const [place, { name, market, currency, rate, warranty, isAffiliate = false }] of demoShops.entries()) {
    const shop = await keepShop(unit, { name, market, warranty, isAffiliate })
    const seen = madeUp(unit.now, { base: launched * rate, currency, isFalling, seed: launched * 31 + place })
    observed.push({
      offer: { device, shop, market, currency, url: `https://toko.example/${device}` },
      seen: seen.map((one) => ({ ...one, provenance })),
    })
  }
  await keepObservations(unit, observed)
}

interface Wanted {
  base: number
  currency: string
  isFalling: boolean
  seed: number
}

/** A price that falls over the years, moves on some days, and is lower for a week now and then. */
export function madeUp(now: Instant, { base, currency, isFalling, seed }: Wanted): Omit<Observation, 'provenance'>[] {
  const chance = chances(seed)
  const unit = 10 ** decimalsOf(currency)
  const first = instantOfDay(dayOfInstant(now)) - (days - 1) * aDay
  let level = base
  let offerLeft = 0
  return Array.from({ length: days }, (_, day) => {
    if (chance() < 0.04) level *= 0.97 + chance() * 0.04
    // Before it falls this week it was not lower for a while.
    const mayBeLower = chance() < 0.01 && (!isFalling || day < days - 60)
    if (offerLeft > 0) offerLeft -= 1
    else if (mayBeLower || (isFalling && day === days - 5)) offerLeft = 7
    const asked = level * (offerLeft > 0 ? 0.9 : 1)
    return { at: Math.min(now, first + day * aDay + 3 * 3_600_000), amount: priced(asked) * unit, stock: 'in' as const }
  })
}

/** As shops write it: 4.999.000, 1.299. */
function priced(asked: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(asked)) - 2)
  return Math.max(1, Math.round(asked / step) * step - (step >= 10 ? step / 10 : 1))
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
