import {
  type Specification,
  type SpecificationName,
  specificationNames,
  specificationOf,
} from '../specifications/registry.ts'
import type { Value } from '../specifications/value.ts'

/** By what devices are narrowed: what every device has, then what the registry offers. */
export type Facet = 'brand' | 'category' | 'status' | 'year' | SpecificationName

export const specificationFacets: readonly SpecificationName[] = specificationNames.filter(
  (name) => specificationOf(name).facet !== undefined,
)
export const facets: readonly Facet[] = ['brand', 'category', 'status', 'year', ...specificationFacets]

export const isSpecificationFacet = (facet: Facet): facet is SpecificationName =>
  facet !== 'brand' && facet !== 'category' && facet !== 'status' && facet !== 'year'

/** Where each step begins, in the unit that readers see: see `perUnit`. */
const steps: Partial<Record<SpecificationName, readonly number[]>> = {
  weight: [50, 100, 150, 170, 190, 210, 250, 500],
  display_size: [1, 4, 5, 5.5, 6, 6.5, 7, 9, 11, 13],
  refresh_rate: [90, 120, 144, 165],
  cpu_cores: [1, 2, 4, 6, 8, 10],
  ram: [1, 2, 3, 4, 6, 8, 12, 16],
  storage: [16, 32, 64, 128, 256, 512, 1024],
  battery: [2000, 3000, 4000, 5000, 6000, 8000],
  charging: [15, 25, 45, 65, 100],
  wireless_charging: [5, 15, 50],
  update_years: [2, 3, 4, 5, 7],
}

/** What a step means: so much or more, so much or less, or from here to the next step. */
export type StepMeaning = 'least' | 'most' | 'range'

export function stepMeaning(name: SpecificationName): StepMeaning {
  const { better } = specificationOf(name)
  if (better === undefined) return 'range'
  return better === 'high' ? 'least' : 'most'
}

export const stepsOf = (name: SpecificationName): readonly number[] => steps[name] ?? []

const megabytesOfGigabyte = 1024

/** How many of a kept number make one of what readers see: memory in GB, everything else in the registry's unit. */
function perUnit(name: SpecificationName): number {
  const { unit, scale = 1 } = specificationOf(name)
  return unit === 'MB' ? megabytesOfGigabyte : scale
}

/** What readers see as it is kept. */
export const inRegistry = (name: SpecificationName, number: number): number => Math.round(number * perUnit(name))

/** Whether only one value of it can be asked for at a time: the next takes its place. */
export const isOneAtATime = (facet: Facet): boolean =>
  isSpecificationFacet(facet) && specificationOf(facet).facet === 'steps' && stepMeaning(facet) !== 'range'

/** Words as they stand in an address: `Snapdragon 845` and `snapdragon-845` are the same. */
export const facetKey = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** One value by which a device is found, with its words where it has some of its own. */
export interface FacetValue {
  key: string
  words?: string
}

/** By which values of a facet a device is found that has these. */
export function facetValues(name: SpecificationName, values: readonly Value[]): FacetValue[] {
  const specification = specificationOf(name)
  if (specification.facet === 'flag') return values.some(({ number }) => number === 1) ? [{ key: '1' }] : []
  if (specification.facet === 'steps') return stepKeys(name, values).map((key) => ({ key }))
  return values.flatMap((value) => choices(specification, value))
}

const choices = ({ type }: Specification, { words = '' }: Value): FacetValue[] =>
  (type === 'set' ? words.split(' ') : [words])
    .map((one) => ({ key: facetKey(one), words: one.trim() }))
    .filter(({ key }) => key !== '')

function stepKeys(name: SpecificationName, values: readonly Value[]): string[] {
  const numbers = values.flatMap(({ number }) => (number === undefined ? [] : [number / perUnit(name)]))
  const all = stepsOf(name)
  const meaning = stepMeaning(name)
  const holds = (step: number, index: number) => {
    if (meaning === 'least') return numbers.some((number) => number >= step)
    if (meaning === 'most') return numbers.some((number) => number <= step)
    return numbers.some((number) => number >= step && number < (all[index + 1] ?? Infinity))
  }
  return all.filter(holds).map(String)
}
