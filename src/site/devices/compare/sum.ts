import type { Language } from '#platform/settings.ts'

/** A sum of money. @param amount in the currency's main unit */
export const sumIn = (lang: Language, amount: number, currency: string): string =>
  new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount)

/** How many of the smallest unit make one of the currency's main unit (ISO 4217). */
export const smallestIn = (currency: string): number =>
  10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)

const counts = new Map<Language, Intl.NumberFormat>()

/** A whole number as the language writes it: "14.000". */
export function countIn(lang: Language, count: number): string {
  const format = counts.get(lang) ?? new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID')
  counts.set(lang, format)
  return format.format(count)
}
