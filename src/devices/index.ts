export { keepAlias, type NewAlias } from './alias.ts'
export { availabilityOfDevice, type MarketAvailability } from './availability/availability-of-device.ts'
export { statusFrom } from './availability/device-status.ts'
export { followDays } from './availability/follow-availability.ts'
export { type NewAvailability, sayAvailability } from './availability/say-availability.ts'
export type { Settled, Stated } from './availability/stated.ts'
export { addDevice, deviceNamed, type NewDevice } from './device.ts'
export { categoryWords, provenanceWords, statusWords } from './device-words.ts'
export { codeForm, formOf } from './form.ts'
export { keepModelCode, type NewModelCode } from './model-code.ts'
export { decimalsOf, readAmount } from './prices/currency.ts'
export { type DayPrice, lowestSince, priceHistory, type WantedHistory } from './prices/history.ts'
export { keepObservations, type Observed } from './prices/keep-observations.ts'
export { homeMarkets, keepHomeMarkets, keepMarket, type Market, markets, provenMarket } from './prices/market.ts'
export type { WantedOffer } from './prices/offer.ts'
export { type PriceDrop, priceDrops } from './prices/price-drops.ts'
export { type Price, pricesOfDevice } from './prices/prices-of-device.ts'
export { keepShop, type NewShop } from './prices/shop.ts'
export { longestGap, type Observation, type Stretch } from './prices/stretch.ts'
export { keepProvenance, type Provenance } from './provenance.ts'
export { readValue } from './specifications/read-value.ts'
export {
  type Group,
  groups,
  isSpecification,
  type Specification,
  type SpecificationName,
  specificationNames,
  specificationOf,
  specifications,
} from './specifications/registry.ts'
export { type Resolved, resolve, type Saying } from './specifications/resolve.ts'
export { type NewSaying, sayOf } from './specifications/say.ts'
export { sayingsOf } from './specifications/sayings.ts'
export { labelInWords, showNumber, showValue, showValues, type Tongue } from './specifications/show-value.ts'
export { groupWords, specificationWords } from './specifications/specification-words.ts'
export type { Value } from './specifications/value.ts'
export { deviceSubject, devicesSubject } from './subjects.ts'
export * from './tables.ts'
export {
  type Facet,
  facets,
  inRegistry,
  isOneAtATime,
  isSpecificationFacet,
  stepMeaning,
  stepsOf,
} from './finder/facets.ts'
export { type Finder, openFinder } from './finder/finder.ts'
export { type FinderOrder, finderOrders } from './finder/order.ts'
export type { FinderWish, Found, Hurdle, PriceWish } from './finder/wish.ts'
export { devicesById, devicesBySlug, type NamedDevice } from './finder/by-slug.ts'
export { type DeviceLine, deviceLines } from './finder/lines.ts'
export { type ComparedRow, type ComparedSource, compareDevices, type Comparison } from './compare/compare.ts'
export { keepCarrierBands } from './bands/carrier-bands.ts'
export { bandSources, type CarrierVerdict, checkBands } from './bands/check-bands.ts'
export type { BandVerdict, CarrierBand, Verdict } from './bands/verdict.ts'
