import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'

/** A device as the pages of its prices name it. */
export interface PricedDevice {
  id: Id
  slug: string
  /** With the brand's. */
  name: string
}

const bySlug = compileOnce<{ slug: string }>()((db, blank) =>
  db
    .selectFrom('device')
    .innerJoin('organisation as brand', 'brand.id', 'device.brand_id')
    .select(['device.id', 'device.slug', 'device.name', 'brand.name as brand'])
    .where('device.slug', '=', blank.slug)
    .where('device.merged_into', 'is', null),
)

const byId = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('device as asked')
    .innerJoin('device', (join) =>
      join.on((row) => row('device.id', '=', row.fn.coalesce('asked.merged_into', 'asked.id'))),
    )
    .innerJoin('organisation as brand', 'brand.id', 'device.brand_id')
    .select(['device.id', 'device.slug', 'device.name', 'brand.name as brand'])
    .where('asked.id', '=', blank.id),
)

/** The device at a slug, or of an id; undefined where none is. What became another is at no slug, and its id stands for that one. */
export async function pricedDevice(
  { db }: Pick<Gawai, 'db'>,
  key: { slug: string } | { id: Id },
): Promise<PricedDevice | undefined> {
  const [row] = 'slug' in key ? await bySlug(db, key) : await byId(db, key)
  return row && { id: row.id, slug: row.slug, name: `${row.brand} ${row.name}` }
}
