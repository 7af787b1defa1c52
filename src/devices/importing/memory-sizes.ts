import type { Value } from '../specifications/value.ts'

/** How many MB one of these is; a lone "B" is a slip for GB in what is written of devices. */
const units: Readonly<Record<string, number>> = { mb: 1, m: 1, gb: 1024, g: 1024, b: 1024, tb: 1_048_576, t: 1_048_576 }
/** No memory of a device is as large: with a smaller unit it is meant. In MB. */
const largest = 16 * 1_048_576

const number = String.raw`\d+(?:[.,]\d+)?`
const unit = String.raw`(?:[MGT]i?B?|B)(?![A-Za-z0-9])`
/** Sizes that share the unit behind the last: `64/128 GB`, `4 or 6 GB`, `256/512/1 TB`. */
const sizes = new RegExp(
  String.raw`(?<![\d.,A-Za-z])(${number}(?:\s*(?:[/,;|&+-]|or|and|to|atau)\s*${number})*)\s*(${unit})`,
  'gi',
)

/**
 * The sizes of memory that free text names, each once and ascending, in MB (1 GB = 1,024 MB). Numbers without a unit share the
 * next one's, a smaller unit where they would not ascend (`512/1 GB`); versions of standards beside them are none.
 */
export function memorySizes(words: string): number[] {
  const all = [...words.matchAll(sizes)].flatMap(([, list = '', unit = '']) => sharing(list, unit.toLowerCase()))
  return [...new Set(all)].filter((size) => size > 0).toSorted((one, other) => one - other)
}

function sharing(list: string, unit: string): number[] {
  const factor = units[unit.replace('i', '')] ?? 1024
  const numbers = (list.match(new RegExp(number, 'g')) ?? []).map((text) => Number(text.replace(',', '.')))
  return numbers.map((size, index) => {
    const next = numbers.slice(index + 1)
    const isSmaller = factor > 1 && (next.some((other) => other < size / 16) || size * factor > largest)
    return Math.round(isSmaller ? (size * factor) / 1024 : size * factor)
  })
}

/** The same as values that keep what was said; what names no size stays words. */
export function memoryValues(words: string, label?: string): Value[] {
  const said = { raw: words, ...(label !== undefined && { label }) }
  const read = memorySizes(words)
  return read.length > 0 ? read.map((size) => ({ number: size, ...said })) : [{ words, ...said }]
}
