import { keepOrganisation } from '#organisations'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { keepProvenance } from '../provenance.ts'
import type { Condition, MarketCode, PriceKind, Stock } from '../tables.ts'
import { findSold } from './find-sold.ts'
import type { Problem } from './record.ts'
import type { ReadOffers, ShopOffer } from './shop-offer.ts'

/** So many offers go into one write. */
const atOnce = 200

/** What a shop asks for one thing, seen at an instant. */
export interface SeenOffer {
  offer: {
    device: Id
    variant?: Id | undefined
    shop: Id
    market: MarketCode
    currency: string
    kind: PriceKind
    condition: Condition
    outsideId: string
    url?: string | undefined
  }
  seen: readonly { at: Instant; amount: number; stock: Stock | null; provenance: Id }[]
}

export interface OffersToKeep {
  read: ReadOffers
  shop: { name: string; url?: string | undefined }
  market: MarketCode
  /** When the shop asked these prices: when the feed was made. */
  at: Instant
  /** Writes prices, and answers how many rows of them are new. */
  keepObservations(unit: Unit, seen: readonly SeenOffer[]): Promise<number>
}

export interface OffersReport {
  read: number
  /** Offers of a device that is known here. */
  kept: number
  /** Prices that are new. */
  added: number
  refused: Problem[]
}

/** Writes the prices of a shop's feed. What the feed sells that the catalogue does not know for sure is named and left out. */
export async function keepOffers(gawai: Pick<Gawai, 'write'>, wanted: OffersToKeep): Promise<OffersReport> {
  const { offers, problems } = wanted.read
  const report: OffersReport = { read: offers.length, kept: 0, added: 0, refused: [...problems] }
  for (let from = 0; from < offers.length; from += atOnce) {
    const batch = offers.slice(from, from + atOnce)
    const { seen, unknown, added } = await gawai.write((unit) => writeOffers(unit, batch, wanted))
    report.kept += seen
    report.added += added
    report.refused.push(...unknown.map(unknownDevice))
  }
  return report
}

const unknownDevice = ({ where, title, outsideId }: ShopOffer): Problem => ({
  where,
  what: `"${title}" (${outsideId}) is no device of the catalogue for sure`,
  todo: 'add the device, its code or its name, and import again',
})

async function writeOffers(
  unit: Unit,
  offers: readonly ShopOffer[],
  { shop, market, at, keepObservations }: OffersToKeep,
) {
  const organisation = await keepOrganisation(unit, {
    name: shop.name,
    kind: 'shop',
    ...(shop.url !== undefined && { url: shop.url }),
  })
  const provenance = await keepProvenance(unit, { kind: 'retailer', name: shop.name, url: shop.url, organisation })
  const unknown: ShopOffer[] = []
  const seen: SeenOffer[] = []
  for (const offer of offers) {
    const sold = await findSold(unit, offer)
    const { currency, kind, condition, outsideId, url, amount, stock } = offer
    if (sold)
      seen.push({
        offer: { ...sold, shop: organisation, market, currency, kind, condition, outsideId, url },
        seen: [{ at, amount, stock, provenance }],
      })
    else unknown.push(offer)
  }
  return { seen: seen.length, unknown, added: await keepObservations(unit, seen) }
}
