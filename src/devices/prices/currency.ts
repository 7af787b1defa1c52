import { Invalid } from '#platform/refusals.ts'

const places = new Map<string, number>()

/**
 * How many decimals of a currency are counted (CLDR: none of the rupiah). Amounts are kept in the smallest unit that has a
 * use, so that they are whole.
 *
 * @param currency ISO 4217
 */
export function decimalsOf(currency: string): number {
  const known = places.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  places.set(currency, maximumFractionDigits)
  return maximumFractionDigits
}

const isCurrencyKnown = new Set(Intl.supportedValuesOf('currency'))

/** @throws Invalid when ISO 4217 has no such currency */
export function provenCurrency(text: string): string {
  const currency = text.trim().toUpperCase()
  if (isCurrencyKnown.has(currency)) return currency
  throw new Invalid(`"${text}" is no currency: write its three letters of ISO 4217, such as IDR`, {
    key: 'refusedPrice.noCurrency',
    values: { text },
  })
}

/**
 * Reads what somebody typed as a price: `4.999.000`, `4,999,000`, `Rp 4.999.000`, `12,50`.
 *
 * @returns the amount in the currency's smallest unit; undefined for what is none, or too long to be one
 */
export function readAmount(text: string, currency: string): number | undefined {
  const digits = /^[^\d]*(\d[\d.,\s]*?)[^\d]*$/.exec(text.trim())?.[1]?.replaceAll(/\s/g, '')
  if (digits === undefined) return undefined
  const decimals = decimalsOf(currency)
  const [, whole = digits, fraction = ''] =
    decimals > 0 ? (new RegExp(`^(.*)[.,](\\d{1,${Math.min(decimals, 2)}})$`).exec(digits) ?? []) : []
  const figures = whole.replaceAll(/[.,]/g, '')
  const amount = Number(figures + fraction.padEnd(decimals, '0'))
  return figures.length <= mostFigures && amount > 0 ? amount : undefined
}

const mostFigures = 12
