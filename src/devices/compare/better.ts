import { type SpecificationName, specificationOf } from '../specifications/registry.ts'
import type { Resolved } from '../specifications/resolve.ts'
import { isSameValue } from '../specifications/value.ts'

/**
 * Which of several devices are better in one specification: none where nothing is better, where only one is known, or where
 * all are the same.
 *
 * @returns places in `cells`
 */
export function better(name: SpecificationName, cells: readonly (Resolved | undefined)[]): ReadonlySet<number> {
  const { better: wanted } = specificationOf(name)
  const best = wanted === 'low' ? Math.min : Math.max
  const numbers = cells.map((cell) => {
    const known = cell?.values.flatMap(({ number }) => number ?? []) ?? []
    return known.length > 0 ? best(...known) : undefined
  })
  const known = numbers.filter((number) => number !== undefined)
  if (wanted === undefined || new Set(known).size < 2) return new Set()
  const winner = best(...known)
  return new Set(numbers.flatMap((number, place) => (number === winner ? place : [])))
}

/** Whether all say the same, however they spelled it; what one of them does not tell is a difference. */
export const isSameForAll = ([first, ...rest]: readonly (Resolved | undefined)[]): boolean =>
  rest.every(
    (other) =>
      first?.values.length === other?.values.length &&
      first?.values.every((value, place) => {
        const beside = other?.values[place]
        return beside !== undefined && isSameValue({ ...value, raw: '' }, { ...beside, raw: '' })
      }) === true,
  )
