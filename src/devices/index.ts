export { keepAlias, type NewAlias } from './alias.ts'
export { type Alert, alertOf, alertSubject } from './alerts/alert.ts'
export { isSo } from './alerts/check-alerts.ts'
export { stopWatching, watch } from './alerts/watch.ts'
export { availabilityOfDevice, type MarketAvailability } from './availability/availability-of-device.ts'
export { followDays } from './availability/follow-availability.ts'
export { type NewAvailability, sayAvailability } from './availability/say-availability.ts'
export type { Settled, Stated } from './availability/stated.ts'
export { addDevice, deviceNamed, type NewDevice } from './device.ts'
export { codeForm, formOf } from './form.ts'
export { mergedDevicesSchema, mergeDevices, splitDevices } from './merging.ts'
export { keepModelCode, type NewModelCode } from './model-code.ts'
export { decimalsOf, readAmount } from './prices/currency.ts'
export { demoPrices, keepDemoPrices } from './prices/demo-prices.ts'
export { type DayPrice, lowestSince, priceHistory, type WantedHistory } from './prices/history.ts'
export { keepObservations, type Observed } from './prices/keep-observations.ts'
export { homeMarkets, keepHomeMarkets, keepMarket, type Market, markets, provenMarket } from './prices/market.ts'
export type { WantedOffer } from './prices/offer.ts'
export { type AskedIn, type DevicePrices, devicePrices, isAskedNow, type MarketPrices } from './prices/market-prices.ts'
export { type PricedDevice, pricedDevice } from './prices/priced-device.ts'
export { type PriceDrop, priceDrops } from './prices/price-drops.ts'
export { type Price, pricesOfDevice } from './prices/prices-of-device.ts'

export { isWebAddress, keepShop, type NewShop } from './prices/shop.ts'
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
export type { Value } from './specifications/value.ts'
export { deviceSubject, devicesSubject } from './subjects.ts'
export * from './tables.ts'
export * from './importing/index.ts'
