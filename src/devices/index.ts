export { keepAlias, type NewAlias } from './alias.ts'
export { addDevice, deviceNamed, type NewDevice } from './device.ts'
export { categoryWords, provenanceWords, statusWords } from './device-words.ts'
export { codeForm, formOf } from './form.ts'
export { type Carrying, devicesOfCode } from './lists/code-lookup.ts'
export { deviceDirectory, deviceDirectoryKeys } from './lists/device-directory.ts'
export { devicesOfBrand, devicesOfFamily, hasDevices, latestDevices, upcomingDevices } from './lists/device-lists.ts'
export { brandsWithDevices, familiesOfBrand, type Family, findFamily } from './lists/families.ts'
export type { ListedDevice } from './lists/listed-device.ts'
export { listedDevice } from './lists/listed-one.ts'
export { keepModelCode, type NewModelCode } from './model-code.ts'
export { answeredSchema, type Answered, answerMention, type NewAnswer, undoAnswer } from './mentions/answers.ts'
export { articlesOfDevice } from './mentions/articles-of-device.ts'
export {
  type ArticleMentions,
  type DeviceOfArticle,
  devicesOfArticle,
  mentionsOfArticle,
} from './mentions/devices-of-article.ts'
export { followMentions } from './mentions/follow-mentions.ts'
export {
  type Settled,
  settledSchema,
  settleUnknown,
  undoSettling,
  type UnknownDevice,
  unknownDevices,
  type UnknownPage,
} from './mentions/unknown-devices.ts'
export { keepProvenance, type Provenance } from './provenance.ts'
export type { ShownAvailability } from './record/availability-of.ts'
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
