import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { slugOf } from '#platform/slug.ts'
import { formOf } from '../form.ts'
import { devicesSubject } from '../subjects.ts'
import { familiesOf } from './families.ts'
import { inParts } from './in-parts.ts'

/** The family of a device by its brand and its name, as it is compared. */
export type Families = ReadonlyMap<string, Id>

export const familyKey = (brand: Id, name: string): string => `${brand} ${formOf(name)}`

/**
 * Finds the families that the names of devices tell, of those that are known and those that come, and adds what is missing.
 *
 * @param coming names of devices by their brand
 */
export async function keepFamilies(unit: Unit, coming: ReadonlyMap<Id, readonly string[]>): Promise<Families> {
  const brands = [...coming.keys()]
  const known = await devicesOf(unit, brands)
  const rows = await familiesNow(unit, brands)
  const ids = new Map(rows.map(({ id, brand_id, slug }) => [`${brand_id} ${slug}`, id]))
  const families = new Map<string, Id>()
  const added: { id: Id; brand_id: Id; slug: string; name: string }[] = []
  for (const [brand, names] of coming) {
    for (const [name, family] of familiesOf([...(known.get(brand) ?? []), ...names])) {
      const key = `${brand} ${slugOf(family)}`
      const id = ids.get(key) ?? unit.newId()
      if (!ids.has(key)) added.push({ id, brand_id: brand, slug: slugOf(family), name: family })
      ids.set(key, id)
      families.set(familyKey(brand, name), id)
    }
  }
  await add(unit, added)
  return families
}

async function devicesOf({ tx }: Unit, brands: readonly Id[]): Promise<Map<Id, string[]>> {
  const rows: { brand_id: Id; name: string }[] = []
  await inParts(brands, 1, async (part) => {
    rows.push(
      ...(await tx
        .selectFrom('device')
        .select(['brand_id', 'name'])
        .where('brand_id', 'in', part)
        .orderBy('id')
        .execute()),
    )
  })
  const groups = Map.groupBy(rows, ({ brand_id }) => brand_id)
  return new Map([...groups].map(([brand, devices]) => [brand, devices.map(({ name }) => name)]))
}

async function familiesNow({ tx }: Unit, brands: readonly Id[]) {
  const rows: { id: Id; brand_id: Id; slug: string }[] = []
  await inParts(brands, 1, async (part) => {
    rows.push(
      ...(await tx
        .selectFrom('device_family')
        .select(['id', 'brand_id', 'slug'])
        .where('brand_id', 'in', part)
        .execute()),
    )
  })
  return rows
}

async function add(
  unit: Unit,
  families: readonly { id: Id; brand_id: Id; slug: string; name: string }[],
): Promise<void> {
  if (families.length === 0) return
  await inParts(families, 4, (part) => unit.tx.insertInto('device_family').values(part).execute())
  const names = families.map(({ id, name }) => ({
    id: unit.newId(),
    kind: 'official' as const,
    words: name,
    form: formOf(name),
    device_id: null,
    family_id: id,
    brand_id: null,
    market: '',
    needs_brand: 0 as const,
  }))
  await inParts(names, 9, (part) => unit.tx.insertInto('device_alias').values(part).execute())
  unit.drop(devicesSubject)
}
