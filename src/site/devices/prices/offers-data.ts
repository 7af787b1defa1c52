import type { AggregateOffer, Offer } from 'schema-dts'
import { type AskedIn, isAskedNow, longestGap, type Price } from '#devices'
import { priceForPrograms } from './price-words.ts'

/** What a reader can buy today in one market, in the words of schema.org. Old, used, recommended and sold out prices are left out. */
function offerIn({ market, prices }: AskedIn): AggregateOffer | undefined {
  const asked = prices.filter((price) => isAskedNow(price) && price.currency === market.currency)
  const amounts = asked.map(({ amount }) => amount)
  if (asked.length === 0) return undefined
  return {
    '@type': 'AggregateOffer',
    lowPrice: priceForPrograms(Math.min(...amounts), market.currency),
    highPrice: priceForPrograms(Math.max(...amounts), market.currency),
    offerCount: asked.length,
    priceCurrency: market.currency,
    areaServed: { '@type': 'Country', name: market.code },
    offers: asked.map(offerOf),
  }
}

/** It holds as long as it is shown as new; nobody is said to sell who has not been looked at. */
function offerOf({ amount, currency, kind, market, seenAt, shop, url }: Price): Offer {
  return {
    '@type': 'Offer',
    price: priceForPrograms(amount, currency),
    priceCurrency: currency,
    itemCondition: 'https://schema.org/NewCondition',
    availability: kind === 'preorder' ? 'https://schema.org/PreOrder' : 'https://schema.org/InStock',
    priceValidUntil: new Date(seenAt + longestGap).toISOString().slice(0, 10),
    eligibleRegion: { '@type': 'Country', name: market },
    seller: { '@type': 'Organization', name: shop.name },
    ...(url !== undefined && { url }),
  }
}

/**
 * What the data of a device's page says of where it can be bought: an offer of each market (Search Central, "Product snippet":
 * `offers` may be several).
 */
export const offersData = (asked: readonly AskedIn[]): AggregateOffer[] => asked.flatMap((one) => offerIn(one) ?? [])
