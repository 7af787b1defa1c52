import type { Condition, PriceKind, Stock } from '../tables.ts'
import type { Problem } from './record.ts'

/** What a shop's feed says of one thing that it sells. */
export interface ShopOffer {
  /** Where it stands in the file, such as `line 12`. */
  where: string
  /** By what the shop calls it. */
  outsideId: string
  title: string
  brand: string
  url?: string | undefined
  /** In the currency's smallest unit. */
  amount: number
  /** ISO 4217. */
  currency: string
  kind: PriceKind
  stock: Stock | null
  condition: Condition
  gtin?: string | undefined
  /** The maker's number: mostly the code on the box. */
  mpn?: string | undefined
  colour?: string | undefined
  /** The fields as they were said. */
  raw: string
}

export interface ReadOffers {
  offers: ShopOffer[]
  problems: Problem[]
}
