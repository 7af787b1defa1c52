import type { Condition, Stock } from '../tables.ts'
import type { Problem } from './record.ts'
import type { ShopOffer } from './shop-offer.ts'

const stocks: Readonly<Record<string, Stock>> = {
  in_stock: 'in',
  out_of_stock: 'out',
  preorder: 'preorder',
  backorder: 'preorder',
}
const conditions: readonly Condition[] = ['new', 'refurbished', 'used']

export type Fields = ReadonlyMap<string, string>

/** One product of a Google Merchant feed, by the names of its fields there (`sale_price`, `availability`). */
export function merchantOffer(fields: Fields, where: string): ShopOffer | Problem {
  const field = (name: string) => fields.get(name)?.trim() || undefined
  const problem = (what: string, todo: string): Problem => ({ where, what, todo })
  const [id, title] = [field('id'), field('title')]
  if (id === undefined || title === undefined)
    return problem('it has no id or no title', 'ask the shop to fill in both')
  const price = priceIn(field('price') ?? '')
  if (!price)
    return problem(
      `"${field('price') ?? ''}" of ${id} is no price`,
      'write it as 1899000 IDR: a number and its currency',
    )
  const lower = priceIn(field('sale_price') ?? '')
  const sale = lower && lower.currency === price.currency && lower.amount < price.amount ? lower : undefined
  const stock = stocks[(field('availability') ?? '').toLowerCase().replaceAll(' ', '_')] ?? null
  const condition = field('condition')?.toLowerCase()
  return {
    where,
    outsideId: id,
    title,
    brand: field('brand') ?? '',
    url: webAddress(field('link')),
    ...(sale ?? price),
    kind: stock === 'preorder' ? 'preorder' : sale ? 'promo' : 'street',
    stock,
    condition: conditions.find((known) => known === condition) ?? 'new',
    gtin: field('gtin')?.replace(/\D/g, '') || undefined,
    mpn: field('mpn'),
    colour: field('color'),
    raw: JSON.stringify(Object.fromEntries(fields)),
  }
}

const webAddress = (words: string | undefined) =>
  words !== undefined && URL.canParse(words) && /^https?:/i.test(words) ? words : undefined

/** `1899000.00 IDR`, `IDR 1,899,000`: a point before one or two digits parts decimals. Nothing costs nothing. */
function priceIn(words: string): { amount: number; currency: string } | undefined {
  const [, before, number = '', behind] = /^([A-Z]{3})?\s*(\d[\d.,]*)\s*([A-Z]{3})?$/.exec(words) ?? []
  const currency = before ?? behind
  if (currency === undefined) return undefined
  const [, whole = number, fraction = ''] = /^(.*)[.,](\d{1,2})$/.exec(number) ?? []
  const decimals = decimalsOf(currency)
  const amount = Math.round(Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`) * 10 ** decimals)
  return Number.isSafeInteger(amount) && amount > 0 ? { amount, currency } : undefined
}

/** How many decimals of a currency are counted (CLDR: none of the rupiah). */
const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
