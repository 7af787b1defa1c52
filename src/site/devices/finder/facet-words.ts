import {
  type Category,
  type DeviceStatus,
  type Facet,
  type FinderOrder,
  isSpecificationFacet,
  type SpecificationName,
  specificationOf,
  stepMeaning,
  stepsOf,
} from '#devices'
import type { Say } from '#platform/i18n.ts'
import type { Language } from '#platform/settings.ts'
import { numberIn, unitOf } from '../compare/spelled.ts'

export const orderWords: Record<FinderOrder, string> = {
  newest: 'deviceFinder.order.newest',
  name: 'deviceFinder.order.name',
  price: 'deviceFinder.order.price',
  battery: 'deviceFinder.order.battery',
  weight: 'deviceFinder.order.weight',
  display: 'deviceFinder.order.display',
  storage: 'deviceFinder.order.storage',
}

export const categoryWords: Record<Category, string> = {
  phone: 'deviceFinder.category.phone',
  foldable: 'deviceFinder.category.foldable',
  tablet: 'deviceFinder.category.tablet',
  watch: 'deviceFinder.category.watch',
  band: 'deviceFinder.category.band',
  earbuds: 'deviceFinder.category.earbuds',
  speaker: 'deviceFinder.category.speaker',
  tv: 'deviceFinder.category.tv',
  stb: 'deviceFinder.category.stb',
  laptop: 'deviceFinder.category.laptop',
  console: 'deviceFinder.category.console',
  router: 'deviceFinder.category.router',
  camera: 'deviceFinder.category.camera',
  car: 'deviceFinder.category.car',
  chip: 'deviceFinder.category.chip',
  software: 'deviceFinder.category.software',
  other: 'deviceFinder.category.other',
}

export const statusWords: Record<DeviceStatus, string> = {
  rumoured: 'deviceFinder.status.rumoured',
  announced: 'deviceFinder.status.announced',
  on_sale: 'deviceFinder.status.onSale',
  discontinued: 'deviceFinder.status.discontinued',
  cancelled: 'deviceFinder.status.cancelled',
}

const ownFacets: Record<'brand' | 'category' | 'status' | 'year', string> = {
  brand: 'deviceFinder.facet.brand',
  category: 'deviceFinder.facet.category',
  status: 'deviceFinder.facet.status',
  year: 'deviceFinder.facet.year',
}

/** What a facet is called: a specification as on a device's page. */
export const facetWords = (say: Say, facet: Facet): string =>
  say(isSpecificationFacet(facet) ? `specification.${facet}` : ownFacets[facet])

/**
 * What a value is called.
 *
 * @param known what devices that have it call it
 */
export function keyWords(say: Say, lang: Language, facet: Facet, key: string, known?: string): string {
  if (facet === 'category') return say(wordsIn(categoryWords, key) ?? key)
  if (facet === 'status') return say(wordsIn(statusWords, key) ?? key)
  if (!isSpecificationFacet(facet)) return known ?? key
  const { facet: kind, type } = specificationOf(facet)
  if (kind === 'flag') return say('deviceFinder.yes')
  if (kind === 'steps') return stepWords(say, lang, facet, Number(key))
  return type === 'words' ? (known ?? key) : key.toUpperCase()
}

/** Only of its own: `constructor` is the name of no status. */
const wordsIn = (words: Record<string, string>, key: string) => (Object.hasOwn(words, key) ? words[key] : undefined)

function stepWords(say: Say, lang: Language, name: SpecificationName, from: number): string {
  const unit = unitOf(say, name)
  const number = (value: number) => `${numberIn(lang, value)}${unit === '' ? '' : ` ${unit}`}`
  const meaning = stepMeaning(name)
  if (meaning === 'most') return say('deviceFinder.atMost', { number: number(from) })
  const steps = stepsOf(name)
  const next = steps[steps.indexOf(from) + 1]
  if (meaning === 'least' || next === undefined) return say('deviceFinder.atLeast', { number: number(from) })
  const to = specificationOf(name).type === 'count' ? next - 1 : next - tenth
  return to === from ? number(from) : `${numberIn(lang, from)}–${number(to)}`
}

/** Readers know sizes to one digit behind the comma. */
const tenth = 0.1
