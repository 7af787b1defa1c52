export { keepAlias } from './alias.ts'
export { type Alert, alertOf, alertSubject } from './alerts/alert.ts'
export { isSo } from './alerts/check-alerts.ts'
export { stopWatching, watch } from './alerts/watch.ts'
export { availabilityOfDevice, type MarketAvailability } from './availability/availability-of-device.ts'
export { followDays } from './availability/follow-availability.ts'
export { type NewAvailability, sayAvailability } from './availability/say-availability.ts'
export type { Settled, Stated } from './availability/stated.ts'
export { addDevice, deviceNamed } from './device.ts'
export { categoryWords, provenanceWords, statusWords } from './device-words.ts'
export { codeForm, formOf } from './form.ts'
export { type Carrying, devicesOfCode } from './lists/code-lookup.ts'
export { deviceDirectory, deviceDirectoryKeys } from './lists/device-directory.ts'
export { devicesOfBrand, devicesOfFamily, hasDevices, latestDevices, upcomingDevices } from './lists/device-lists.ts'
export { brandsWithDevices, familiesOfBrand, findFamily } from './lists/families.ts'
export type { ListedDevice } from './lists/listed-device.ts'
export { listedDevice } from './lists/listed-one.ts'
export { mergedDevicesSchema, mergeDevices, splitDevices } from './merging.ts'
export { keepModelCode } from './model-code.ts'
export { answeredSchema, answerMention, undoAnswer } from './mentions/answers.ts'
export { articlesOfDevice } from './mentions/articles-of-device.ts'
export { devicesOfArticle, mentionsOfArticle } from './mentions/devices-of-article.ts'
export { followMentions } from './mentions/follow-mentions.ts'
export {
  settledSchema,
  settleUnknown,
  undoSettling,
  type UnknownDevice,
  unknownDevices,
} from './mentions/unknown-devices.ts'
export { decimalsOf, readAmount } from './prices/currency.ts'
export { demoPrices, hasDemoPrices, keepDemoPrices } from './prices/demo-prices.ts'
export { type DayPrice, priceHistory } from './prices/history.ts'
export { keepObservations } from './prices/keep-observations.ts'
export { homeMarkets, keepHomeMarkets, keepMarket, type Market, markets } from './prices/market.ts'
export type { WantedOffer } from './prices/offer.ts'
export { type AskedIn, type DevicePrices, devicePrices, isAskedNow, type MarketPrices } from './prices/market-prices.ts'
export { type PricedDevice, pricedDevice } from './prices/priced-device.ts'
export { type PriceDrop, priceDrops } from './prices/price-drops.ts'
export { type Price, pricesOfDevice } from './prices/prices-of-device.ts'
export { isWebAddress, keepShop } from './prices/shop.ts'
export { longestGap, type Observation } from './prices/stretch.ts'
export { keepProvenance } from './provenance.ts'
export { type DeviceLink, type DeviceRecord, deviceRecord } from './record/device-record.ts'
export { slugSince } from './record/find-device.ts'
export type { NamedProvenance } from './record/provenances-of.ts'
export type { CodeOnBox, OtherName, Variant } from './record/variants-of.ts'
export { type DeviceReport, deviceReportSchema, reportDevice, reportedAbout } from './report-device.ts'
export { readValue } from './specifications/read-value.ts'
export {
  type Group,
  groups,
  isSpecification,
  type SpecificationName,
  specificationNames,
  specificationOf,
} from './specifications/registry.ts'
export { type Resolved, resolve, type Saying } from './specifications/resolve.ts'
export { sayOf } from './specifications/say.ts'
export { sayingsOf } from './specifications/sayings.ts'
export { showNumber, showValue, showValues, type Tongue } from './specifications/show-value.ts'
export { groupWords, specificationWords } from './specifications/specification-words.ts'
export type { Value } from './specifications/value.ts'
export { deviceSubject, devicesSubject } from './subjects.ts'
export * from './tables.ts'
export * from './importing/index.ts'
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
export type { ByEditor } from './desk/by-editor.ts'
export { catalogueBrands, type CatalogueLine, catalogueList } from './desk/catalogue-list.ts'
export { changeDevice, deviceFactsSchema, factsOf, familyNamed } from './desk/change-device.ts'
export { disputedDevices } from './desk/conflicts.ts'
export { deskCodes, type DeskDevice, deskDevice, deskNames, deskSources } from './desk/desk-device.ts'
export {
  addCode,
  addName,
  aliasRowSchema,
  codeRowSchema,
  putCodeBack,
  putNameBack,
  removeCode,
  removeName,
} from './desk/names-and-codes.ts'
export { reopenReport, settleReport, waitingReports } from './desk/reports.ts'
export { pinSource, saidSchema, sayInNewsroom } from './desk/say-in-newsroom.ts'
export { valueHistory } from './desk/value-history.ts'
export { mergeInNewsroom, recordAdded, splitInNewsroom } from './desk/whole-devices.ts'
export { answerInNewsroom, undoAnswerInNewsroom } from './desk/answer-in-newsroom.ts'
