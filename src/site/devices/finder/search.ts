import {
  devicesBySlug,
  type DeviceLine,
  deviceLines,
  type Facet,
  type Found,
  type Market,
  markets as allMarkets,
  openFinder,
  type PriceWish,
} from '#devices'
import type { Edition } from '../../edition.ts'
import { smallestIn } from '../compare/sum.ts'
import type { Asked } from './address.ts'
import { type Wish, wishesOf } from './wishes.ts'

export const perPage = 24

/** What the finder answers to a reader, with everything that its page shows. */
export interface Results {
  asked: Asked
  found: Found
  lines: readonly DeviceLine[]
  /** Slug and name of those that are put beside each other. */
  compared: readonly { slug: string; name: string }[]
  wishes: readonly Wish[]
  /** Where prices are known, in the newsroom's order. */
  markets: readonly Market[]
  wordsOf(facet: Facet, key: string): string | undefined
}

/** A price in a market that there is not is no wish. */
export async function search(own: Edition, wanted: Asked): Promise<Results> {
  const { gawai } = own
  const index = await gawai.use(openFinder).index(gawai)
  const priced = new Set(index.markets())
  const markets = (await allMarkets(gawai)).filter(({ code }) => priced.has(code))
  const currencies = new Map(markets.map(({ code, currency }) => [code, currency]))
  const { price, ...rest } = wanted
  const asked: Asked = price && currencies.has(price.market) ? wanted : rest
  const market = asked.price?.market ?? markets[0]?.code
  const found = index.find({
    filters: asked.filters,
    words: asked.words,
    price: asked.price && inSmallest(asked.price, currencies.get(asked.price.market)),
    order: asked.order,
    market,
    skip: (asked.page - 1) * perPage,
    limit: perPage,
  })
  const wordsOf = (facet: Facet, key: string) => index.wordsOf(facet, key)
  return {
    asked,
    found,
    lines: await deviceLines(gawai, found.ids, { market }),
    compared: await devicesBySlug(gawai, asked.compared),
    wishes: wishesOf(own, asked, wordsOf, currencies),
    markets,
    wordsOf,
  }
}

function inSmallest({ market, from, to }: PriceWish, currency = ''): PriceWish {
  const small = smallestIn(currency)
  return { market, from: from && from * small, to: to && to * small }
}
