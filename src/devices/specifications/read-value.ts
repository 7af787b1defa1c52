import { type SpecificationName, specificationOf, type Unit } from './registry.ts'
import type { Value } from './value.ts'

/** How many of the registry's unit one of these is; metric prefixes are powers of ten, but memory counts in 1,024. */
const units: Record<Unit, Readonly<Record<string, number>>> = {
  mm: { mm: 1, cm: 10, m: 1000, in: 25.4, inch: 25.4, inches: 25.4, '"': 25.4 },
  g: { g: 1, gram: 1, grams: 1, kg: 1000, oz: 28.349_523_125 },
  mAh: { mah: 1, ah: 1000 },
  Hz: { hz: 1 },
  MHz: { mhz: 1, ghz: 1000 },
  nit: { nit: 1, nits: 1, 'cd/m²': 1, 'cd/m2': 1 },
  W: { w: 1, watt: 1, watts: 1 },
  MB: { mb: 1, mib: 1, gb: 1024, gib: 1024, tb: 1_048_576, tib: 1_048_576 },
  MP: { mp: 1, megapixel: 1, megapixels: 1 },
  in: { in: 1, inch: 1, inches: 1, inci: 1, '"': 1, '”': 1, cm: 1 / 2.54, mm: 1 / 25.4 },
  year: { year: 1, years: 1, tahun: 1 },
  min: { min: 1, minute: 1, minutes: 1, menit: 1, h: 60, jam: 60 },
  '%': { '%': 1 },
}

const yes = new Set(['yes', 'true', 'ya', '1', 'y', 'ada'])
const no = new Set(['no', 'false', 'tidak', '0', 'n', 'none', 'tidak ada'])

/**
 * Reads a value as somebody says it: `5.5`, `5,5 inci`, `4100 mAh`, `1080x1920`, `yes`, `1 3 5 8 40`.
 *
 * @returns undefined where the kind of this specification cannot hold it; whoever asks keeps the raw words
 */
export function readValue(name: SpecificationName, raw: string): Value | undefined {
  const said = raw.trim()
  if (said === '') return undefined
  const { type, unit, scale = 1, choices } = specificationOf(name)
  if (type === 'words') return { words: said, raw }
  if (type === 'flag') return flag(said, raw)
  if (type === 'resolution') return resolution(said, raw)
  if (type === 'bands') return bands(said, raw)
  if (type === 'choice') return choices?.includes(said) ? { words: said, raw } : undefined
  if (type === 'set') return members(said, raw, choices)
  const number = unit === undefined ? numberIn(said) : quantityIn(said, units[unit])
  return number === undefined ? undefined : { number: Math.round(number * scale), raw }
}

function flag(said: string, raw: string): Value | undefined {
  const word = said.toLowerCase()
  if (yes.has(word)) return { number: 1, raw }
  return no.has(word) ? { number: 0, raw } : undefined
}

function resolution(said: string, raw: string): Value | undefined {
  const [, width, height] = /(\d{2,5})\s*[x×*]\s*(\d{2,5})/i.exec(said) ?? []
  return width === undefined ? undefined : { number: Number(width), number2: Number(height), raw }
}

/** @returns undefined when something among them is no band */
function bands(said: string, raw: string): Value | undefined {
  const numbers = said.split(/[\s,;/]+/).map((word) => /^[BbNn]?(\d{1,4})$/.exec(word)?.[1])
  if (numbers.some((number) => number === undefined)) return undefined
  const sorted = [...new Set(numbers.map(Number))].toSorted((one, other) => one - other)
  return { words: sorted.join(' '), raw }
}

function members(said: string, raw: string, choices: readonly string[] | undefined): Value | undefined {
  const words = said.split(/[,;|]\s*/).map((word) => word.trim().toLowerCase().replace(/\s+/g, '-'))
  const known = [...new Set(words)].filter((word) => word !== '' && (choices?.includes(word) ?? true))
  return known.length > 0 ? { words: known.toSorted().join(' '), raw } : undefined
}

/** A decimal comma is one too, unless three digits follow it: then it parts thousands. */
function numberIn(said: string): number | undefined {
  const [text] = /\d{1,3}(?:[.,]\d{3})+(?![\d])|\d+(?:[.,]\d+)?/.exec(said) ?? []
  if (text === undefined) return undefined
  const isParted = /^\d{1,3}(?:,\d{3})+$/.test(text)
  return Number(isParted ? text.replaceAll(',', '') : text.replace(',', '.'))
}

function quantityIn(said: string, known: Readonly<Record<string, number>>): number | undefined {
  const number = numberIn(said)
  if (number === undefined) return undefined
  const [, unit = ''] = /\d\s*([a-zA-Z"”%²/]+)/.exec(said) ?? []
  const factor = unit === '' ? 1 : known[unit.toLowerCase()]
  return factor === undefined ? undefined : number * factor
}
