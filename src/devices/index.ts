export { keepAlias, type NewAlias } from './alias.ts'
export { addDevice, deviceNamed, type NewDevice } from './device.ts'
export { codeForm, formOf } from './form.ts'
export { type MergedDevices, mergedDevicesSchema, mergeDevices, splitDevices } from './merging.ts'
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
