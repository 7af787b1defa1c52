import { inUnit, type SpecificationName, specificationOf, type Value } from '#devices'
import type { Say } from '#platform/i18n.ts'
import type { Language } from '#platform/settings.ts'

const formats = new Map<Language, Intl.NumberFormat>()

/** A number as the language writes it, with two digits behind the comma at the most. */
export function numberIn(lang: Language, number: number): string {
  const format =
    formats.get(lang) ?? new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 2 })
  formats.set(lang, format)
  return format.format(number)
}

/** The unit in which readers see it; nothing where it has none. */
export function unitOf(say: Say, name: SpecificationName): string {
  const { unit = '' } = specificationOf(name)
  if (unit === 'MB') return 'GB'
  if (unit === 'in') return say('deviceCompare.unit.inch')
  if (unit === 'year') return say('deviceCompare.unit.years')
  if (unit === 'min') return say('deviceCompare.unit.minutes')
  return unit
}

/** What a device has, in words: "3/4 GB", "12 MP + 5 MP", "1.080 × 2.246". */
export function spelled(say: Say, lang: Language, name: SpecificationName, values: readonly Value[]): string {
  const { type } = specificationOf(name)
  if (type === 'quantity' || type === 'count') return quantities(say, lang, name, values)
  return [...new Set(values.map((value) => oneOf(say, name, value)))].join(', ')
}

function oneOf(say: Say, name: SpecificationName, { number, number2, words, raw }: Value): string {
  const { type } = specificationOf(name)
  if (type === 'flag' && number !== undefined) return say(number === 1 ? 'deviceCompare.yes' : 'deviceCompare.no')
  if (type === 'resolution' && number !== undefined) return `${number} × ${number2}`
  if (words === undefined) return raw
  if (type === 'set' || type === 'bands')
    return words
      .split(' ')
      .map((word) => (type === 'set' ? word.toUpperCase() : word))
      .join(', ')
  return words
}

function quantities(say: Say, lang: Language, name: SpecificationName, values: readonly Value[]): string {
  const unit = unitOf(say, name)
  const written = [
    ...new Set(
      values.map(({ number, raw }) => (number === undefined ? raw : numberIn(lang, inUnit(name, number)))),
    ),
  ]
  const text = name === 'camera' ? written.join(' + ') : written.join(' / ')
  return unit === '' || values.every(({ number }) => number === undefined) ? text : `${text} ${unit}`
}

/** A sum of money. @param amount in the currency's main unit */
export const sumIn = (lang: Language, amount: number, currency: string): string =>
  new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount)

/** How many of the smallest unit make one of the currency's main unit (ISO 4217). */
export const smallestIn = (currency: string): number =>
  10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
