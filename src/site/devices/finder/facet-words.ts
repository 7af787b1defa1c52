import {
  categoryWords,
  type Facet,
  type FinderOrder,
  inRegistry,
  isSpecificationFacet,
  showNumber,
  type SpecificationName,
  specificationOf,
  specificationWords,
  statusWords,
  stepMeaning,
  stepsOf,
  type Tongue,
} from '#devices'
import type { Say } from '#platform/i18n.ts'

export const orderWords: Record<FinderOrder, string> = {
  newest: 'deviceFinder.order.newest',
  name: 'deviceFinder.order.name',
  price: 'deviceFinder.order.price',
  battery: 'deviceFinder.order.battery',
  weight: 'deviceFinder.order.weight',
  display: 'deviceFinder.order.display',
  storage: 'deviceFinder.order.storage',
}

const ownFacets: Record<'brand' | 'category' | 'status' | 'year', string> = {
  brand: 'deviceFinder.facet.brand',
  category: 'deviceFinder.facet.category',
  status: 'deviceFinder.facet.status',
  year: 'deviceFinder.facet.year',
}

/** What a facet is called: a specification as on a device's page. */
export const facetWords = (say: Say, facet: Facet): string =>
  say(isSpecificationFacet(facet) ? specificationWords[facet].label : ownFacets[facet])

/**
 * What a value is called.
 *
 * @param known what devices that have it call it
 */
export function keyWords(tongue: Tongue, facet: Facet, key: string, known?: string): string {
  const { say } = tongue
  if (facet === 'category') return say(wordsIn(categoryWords, key) ?? key)
  if (facet === 'status') return say(wordsIn(statusWords, key) ?? key)
  if (!isSpecificationFacet(facet)) return known ?? key
  const { facet: kind, type } = specificationOf(facet)
  if (kind === 'flag') return showNumber(facet, 1, tongue)
  if (kind === 'steps') return knownStep(tongue, facet, key)
  return type === 'words' ? (known ?? key) : key.toUpperCase()
}

/** Only of its own: `constructor` is the name of no status. */
const wordsIn = (words: Record<string, string>, key: string) => (Object.hasOwn(words, key) ? words[key] : undefined)

const steps = new Map<string, string>()

/** There are few, and each is said on every page. */
function knownStep(tongue: Tongue, facet: SpecificationName, key: string): string {
  const place = `${tongue.lang} ${facet} ${key}`
  const words = steps.get(place) ?? stepWords(tongue, facet, Number(key))
  steps.set(place, words)
  return words
}

function stepWords(tongue: Tongue, name: SpecificationName, from: number): string {
  const { say } = tongue
  const number = showNumber(name, inRegistry(name, from), tongue)
  const meaning = stepMeaning(name)
  if (meaning === 'most') return say('deviceFinder.atMost', { number })
  const all = stepsOf(name)
  const next = all[all.indexOf(from) + 1]
  if (meaning === 'least' || next === undefined) return say('deviceFinder.atLeast', { number })
  const last = showNumber(name, inRegistry(name, next) - leastStep(name), tongue)
  return last === number ? number : say('deviceFinder.range', { from: number.replace(/ .*$/, ''), to: last })
}

/** Readers know sizes to one digit behind the comma, and count in whole numbers. */
const leastStep = (name: SpecificationName): number =>
  specificationOf(name).type === 'count' ? 1 : inRegistry(name, 0.1)
