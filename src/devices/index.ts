export { keepAlias, type NewAlias } from './alias.ts'
export { addDevice, deviceNamed, type NewDevice } from './device.ts'
export { codeForm, formOf } from './form.ts'
export { mergedDevicesSchema, mergeDevices, splitDevices } from './merging.ts'
export { keepModelCode, type NewModelCode } from './model-code.ts'
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
