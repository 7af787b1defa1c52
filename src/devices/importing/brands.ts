import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { slugOf } from '#platform/slug.ts'

export interface Brand {
  id: Id
  name: string
}

/** However somebody writes it, in capitals or not, a brand is one. */
export const brandKey = (brand: string): string => slugOf(brand)

/**
 * Finds or adds the brands of these names.
 *
 * @returns them by `brandKey`; a name without a letter or digit has none
 */
export async function keepBrands(unit: Unit, names: Iterable<string>): Promise<Map<string, Brand>> {
  const spellings = Map.groupBy(names, brandKey)
  const brands = new Map<string, Brand>()
  for (const [key, spelt] of spellings) {
    if (key === '') continue
    const id = await keepOrganisation(unit, { name: mostUsed(spelt), kind: 'company', isBrand: true })
    brands.set(key, { id, name: mostUsed(spelt) })
  }
  return brands
}

function mostUsed(spellings: readonly string[]): string {
  const counted = Map.groupBy(spellings, (spelling) => spelling)
  return [...counted].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? ''
}
