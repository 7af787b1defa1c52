import type { Say } from '#platform/i18n.ts'
import type { Language } from '#platform/settings.ts'
import { type SpecificationName, specificationOf, type Unit } from './registry.ts'
import type { Value } from './value.ts'
import { partWords, sensorWords } from './value-words.ts'

/** A language, and how to say things in it. */
export interface Tongue {
  lang: Language
  say: Say
}

const formats = new Map<Language, Intl.NumberFormat>()

function inDigits(number: number, lang: Language): string {
  const format =
    formats.get(lang) ?? new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 2 })
  formats.set(lang, format)
  return format.format(number)
}

/** @param number in that unit, such as 5.5 inches */
type Measure = (number: number, tongue: Tongue) => string

const plain =
  (key: string): Measure =>
  (number, { lang, say }) =>
    say(key, { number: inDigits(number, lang) })

const megahertz: Measure = (number, tongue) =>
  number < 1000 ? plain('specificationUnit.MHz')(number, tongue) : plain('specificationUnit.GHz')(number / 1000, tongue)

/** 1 GB is 1,024 MB and 1 TB is 1,024 GB: what makers write on a box. */
const memory: Measure = (number, tongue) => {
  if (number < 1024) return plain('specificationUnit.MB')(number, tongue)
  return number < 1_048_576
    ? plain('specificationUnit.GB')(number / 1024, tongue)
    : plain('specificationUnit.TB')(number / 1_048_576, tongue)
}

const minutes: Measure = (number, tongue) => {
  const [hours, rest] = [Math.floor(number / 60), number % 60]
  const said = [
    hours > 0 ? plain('specificationUnit.h')(hours, tongue) : '',
    rest > 0 || hours === 0 ? plain('specificationUnit.min')(rest, tongue) : '',
  ]
  return said.filter((part) => part !== '').join(' ')
}

const years: Measure = (number, { lang, say }) =>
  say('specificationUnit.year', { count: number, number: inDigits(number, lang) })

const measures: Record<Unit, Measure> = {
  mm: plain('specificationUnit.mm'),
  g: plain('specificationUnit.g'),
  mAh: plain('specificationUnit.mAh'),
  Hz: plain('specificationUnit.Hz'),
  MHz: megahertz,
  nit: plain('specificationUnit.nit'),
  W: plain('specificationUnit.W'),
  MB: memory,
  MP: plain('specificationUnit.MP'),
  in: plain('specificationUnit.in'),
  year: years,
  min: minutes,
  '%': plain('specificationUnit.percent'),
}

/**
 * A whole number of the registry as words: 550 of `display_size` is "5,5 inci", 4096 of `ram` is "4 GB".
 *
 * @param number in the unit and scale of the registry
 */
export function showNumber(name: SpecificationName, number: number, tongue: Tongue): string {
  const { unit, scale = 1, type } = specificationOf(name)
  if (type === 'flag') return tongue.say(number === 1 ? 'specificationValue.yes' : 'specificationValue.no')
  return unit === undefined ? inDigits(number / scale, tongue.lang) : measures[unit](number / scale, tongue)
}

/** A value as words, without its label. What could not be read is shown as it was said. */
export function showValue(name: SpecificationName, value: Value, tongue: Tongue): string {
  const { number, number2, words } = value
  if (number !== undefined && number2 !== undefined)
    return tongue.say('specificationUnit.pixels', { width: number, height: number2 })
  if (number !== undefined) return showNumber(name, number, tongue)
  if (words === undefined) return value.raw
  return isSet(name)
    ? membersOf(words)
        .map((word) => memberInWords(word, tongue))
        .join(', ')
    : words
}

/** All values of a specification in one line: "12 MP (utama), 8 MP (depan)". */
export const showValues = (name: SpecificationName, values: readonly Value[], tongue: Tongue): string =>
  values
    .map((value) => [showValue(name, value, tongue), labelInWords(value.label, tongue)])
    .map(([shown, label]) => (label === undefined ? shown : `${shown} (${label})`))
    .join(', ')

/** Which of several it is, in words; whatever a source calls it when the words do not know it. */
function labelInWords(label: string | undefined, { say }: Tongue): string | undefined {
  const key = label === undefined ? undefined : partWords[label]
  return key === undefined ? label : say(key)
}

const isSet = (name: SpecificationName) => ['set', 'bands'].includes(specificationOf(name).type)

const membersOf = (words: string): string[] => words.split(' ')

function memberInWords(word: string, { say }: Tongue): string {
  const key = sensorWords[word]
  if (key !== undefined) return say(key)
  return /^\dg$/.test(word) ? word.toUpperCase() : word.replaceAll('-', ' ')
}
