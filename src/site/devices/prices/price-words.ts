import { decimalsOf, type Price, type PriceKind, type Warranty } from '#devices'
import type { Language } from '#platform/settings.ts'
import type { Edition } from '../../edition.ts'
import { marketName as marketIn } from '../compare/sum.ts'

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(lang: Language, currency: string, notation: 'standard' | 'compact'): Intl.NumberFormat {
  const key = `${lang} ${currency} ${notation}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID', {
    style: 'currency',
    currency,
    notation,
    trailingZeroDisplay: 'stripIfInteger',
    ...(notation === 'compact' && { maximumFractionDigits: 2, minimumFractionDigits: 0 }),
  })
  formats.set(key, format)
  return format
}

const inUnits = (amount: number, currency: string) => amount / 10 ** decimalsOf(currency)

/** "Rp 4.999.000". @param amount in the currency's smallest unit */
export const priceInWords = (amount: number, currency: string, { lang }: Pick<Edition, 'lang'>): string =>
  formatOf(lang, currency, 'standard').format(inUnits(amount, currency))

/** "Rp 5 jt", where there is no space for more; what has few figures is written out: "MYR 2.600". */
export function shortPrice(amount: number, currency: string, { lang }: Pick<Edition, 'lang'>): string {
  const units = inUnits(amount, currency)
  return formatOf(lang, currency, units < 100_000 ? 'standard' : 'compact').format(units)
}

/** A decimal number for programs: `4999000`, `12.50`. */
export const priceForPrograms = (amount: number, currency: string): string =>
  inUnits(amount, currency).toFixed(decimalsOf(currency))

/** A market as this edition calls it. */
export const marketName = (market: string, { lang }: Pick<Edition, 'lang'>): string => marketIn(lang, market)

export const warrantyWords: Record<Warranty, string> = {
  official: 'devicePrices.warrantyOfficial',
  distributor: 'devicePrices.warrantyDistributor',
  unknown: 'devicePrices.warrantyUnknown',
}

const kindWords: Record<Exclude<PriceKind, 'street'>, string> = {
  msrp: 'devicePrices.msrp',
  promo: 'devicePrices.promo',
  preorder: 'devicePrices.preorder',
}

/** What is particular about an offer: that it is used, sold out, the maker's own price. */
export function particulars({ say }: Pick<Edition, 'say'>, { kind, condition, stock }: Price): string[] {
  return [
    ...(kind === 'street' ? [] : [say(kindWords[kind])]),
    ...(condition === 'new' ? [] : [say(condition === 'used' ? 'devicePrices.used' : 'devicePrices.refurbished')]),
    ...(stock === 'out' ? [say('devicePrices.soldOut')] : []),
  ]
}
