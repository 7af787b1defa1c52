import { compileOnce } from '#platform/database/compile-once.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { everythingSubject } from '#platform/page-store/page.ts'
import { Invalid } from '#platform/refusals.ts'
import '../tables.ts'
import type { MarketCode } from '../tables.ts'
import { provenCurrency } from './currency.ts'

/** A country in which things are sold, with the currency in which they are. */
export interface Market {
  code: MarketCode
  currency: string
}

/** Those that every newsroom begins with, in the order in which readers of Indonesia compare them. */
export const homeMarkets: readonly Market[] = [
  { code: 'ID', currency: 'IDR' },
  { code: 'MY', currency: 'MYR' },
  { code: 'SG', currency: 'SGD' },
  { code: 'IN', currency: 'INR' },
  { code: 'US', currency: 'USD' },
]

const all = compileOnce<Record<never, never>>()((db) =>
  db.selectFrom('market').select(['code', 'currency']).orderBy('position').orderBy('code'),
)

/** Every market, in the newsroom's order. */
export const markets = ({ db }: Pick<Gawai, 'db'>): Promise<Market[]> => all(db, {})

/**
 * Adds a market behind the others, or changes the currency of one.
 *
 * @throws Invalid for a code that is none of ISO 3166-1 alpha-2, or a currency that is none of ISO 4217
 */
export async function keepMarket(unit: Unit, wanted: Market): Promise<MarketCode> {
  const code = provenMarket(wanted.code)
  const currency = provenCurrency(wanted.currency)
  const known = await unit.tx.selectFrom('market').select('currency').where('code', '=', code).executeTakeFirst()
  if (known?.currency === currency) return code
  const last = await unit.tx
    .selectFrom('market')
    .select((row) => row.fn.max('position').as('position'))
    .executeTakeFirst()
  await unit.tx
    .insertInto('market')
    .values({ code, currency, position: Number(last?.position ?? -1) + 1 })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ currency }))
    .execute()
  // Every page of a device leads to the prices of each market.
  unit.drop(everythingSubject)
  return code
}

/** Adds the markets that every newsroom begins with. */
export async function keepHomeMarkets(unit: Unit): Promise<void> {
  for (const market of homeMarkets) await keepMarket(unit, market)
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** @throws Invalid when ISO 3166-1 has no such country */
export function provenMarket(text: string): MarketCode {
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined) return code
  throw new Invalid(`"${text}" is no market: write the two letters of ISO 3166-1, such as ID`, {
    key: 'refusedPrice.noMarket',
    values: { text },
  })
}
