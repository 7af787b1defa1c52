import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { slugOf } from '#platform/slug.ts'

export interface Brand {
  id: Id
  name: string
}

/**
 * Finds or adds the brands of these names; however somebody writes it, in capitals or not, a brand is one.
 *
 * @returns them by every name that was asked for; one without a letter or digit has none
 */
export async function keepBrands(unit: Unit, names: Iterable<string>): Promise<Map<string, Brand>> {
  const counted = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }))
  const spellings = Map.groupBy(counted, ({ name }) => slugOf(name))
  const brands = new Map<string, Brand>()
  for (const [slug, spelt] of spellings) {
    const [most] = spelt.toSorted((one, other) => other.count - one.count)
    if (slug === '' || !most) continue
    const id = await keepOrganisation(unit, { name: most.name, kind: 'company', isBrand: true })
    for (const { name } of spelt) brands.set(name, { id, name: most.name })
  }
  return brands
}
