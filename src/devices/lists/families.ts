import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'

/** A series of devices: Galaxy S, Redmi Note. */
export interface Family {
  id: Id
  slug: string
  name: string
}

const ofBrand = compileOnce<{ brand: Id }>()((db, blank) =>
  db
    .selectFrom('device_family')
    .select(['id', 'slug', 'name'])
    .where('brand_id', '=', blank.brand)
    .where((row) =>
      row.exists(
        row
          .selectFrom('device')
          .select('device.id')
          .whereRef('device.family_id', '=', 'device_family.id')
          .where('device.merged_into', 'is', null),
      ),
    )
    .orderBy('name'),
)
const bySlug = compileOnce<{ brand: Id; slug: string }>()((db, blank) =>
  db
    .selectFrom('device_family')
    .select(['id', 'slug', 'name'])
    .where('brand_id', '=', blank.brand)
    .where('slug', '=', blank.slug),
)

/** The families of a brand that hold a device. */
export const familiesOfBrand = ({ db }: Pick<Gawai, 'db'>, brand: Id): Promise<Family[]> => ofBrand(db, { brand })

export async function findFamily({ db }: Pick<Gawai, 'db'>, brand: Id, slug: string): Promise<Family | undefined> {
  return (await bySlug(db, { brand, slug }))[0]
}

const withDevices = compileOnce<Record<string, never>>()((db) =>
  db.selectFrom('device').select('brand_id').distinct().where('device.merged_into', 'is', null),
)

/** Which brands have a device in the catalogue. */
export const brandsWithDevices = async ({ db }: Pick<Gawai, 'db'>): Promise<Set<Id>> =>
  new Set((await withDevices(db, {})).map(({ brand_id }) => brand_id))
