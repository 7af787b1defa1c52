import { decimalsOf, type MarketCode } from '#devices'
import type { Language } from '#platform/settings.ts'

const sums = new Map<string, Intl.NumberFormat>()

/** A sum of money. @param amount in the currency's main unit */
export function sumIn(lang: Language, amount: number, currency: string): string {
  const key = `${lang} ${currency}`
  const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const
  const format = sums.get(key) ?? new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID', style)
  sums.set(key, format)
  return format.format(amount)
}

/** How many of the smallest unit make one of the currency's main unit. */
export const smallestIn = (currency: string): number => 10 ** decimalsOf(currency)

const counts = new Map<Language, Intl.NumberFormat>()

/** A whole number as the language writes it: "14.000". */
export function countIn(lang: Language, count: number): string {
  const format = counts.get(lang) ?? new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID')
  counts.set(lang, format)
  return format.format(count)
}

const regions = new Map<Language, Intl.DisplayNames>()

/** What a market is called: "Indonesia", "Amerika Serikat". */
export function marketName(lang: Language, code: MarketCode): string {
  const names = regions.get(lang) ?? new Intl.DisplayNames(lang === 'en' ? 'en-GB' : 'id', { type: 'region' })
  regions.set(lang, names)
  return names.of(code) ?? code
}
