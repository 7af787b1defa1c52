import type { Id } from '#platform/database/tables.ts'
import type { MarketCode } from '../tables.ts'
import type { Facet } from './facets.ts'
import type { FinderOrder } from './order.ts'

export interface PriceWish {
  market: MarketCode
  /** In the smallest unit of the market's currency. */
  from?: number | undefined
  to?: number | undefined
}

/** What is looked for: of one facet any of the values, of several facets each. */
export interface FinderWish {
  filters: ReadonlyMap<Facet, readonly string[]>
  /** Each is the beginning of a word of one of its names. */
  words?: string | undefined
  price?: PriceWish | undefined
  order: FinderOrder
  /** In whose prices the order is, where it is by price. */
  market?: MarketCode | undefined
  skip: number
  limit: number
}

/** By what a device can be left out. */
export type Hurdle = Facet | 'words' | 'price'

export interface Found {
  ids: Id[]
  total: number
  /** How many there are with each value, counted as if nothing were asked of its facet. */
  counts: ReadonlyMap<Facet, ReadonlyMap<string, number>>
  /** How many more there would be without that wish. */
  without: ReadonlyMap<Hurdle, number>
}
