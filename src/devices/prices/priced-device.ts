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

const select = (where: 'slug' | 'id') =>
  compileOnce<{ key: string | Id }>()((db, blank) =>
    db
      .selectFrom('device')
      .innerJoin('organisation as brand', 'brand.id', 'device.brand_id')
      .select(['device.id', 'device.slug', 'device.name', 'brand.name as brand'])
      .where(`device.${where}`, '=', blank.key as never) // oxlint-disable-line typescript/no-unsafe-type-assertion -- each is asked by its own kind of key below
      .where('device.merged_into', 'is', null),
  )
const bySlug = select('slug')
const byId = select('id')

/** The device at a slug, or of an id; undefined where none is, or it became another. */
export async function pricedDevice(
  { db }: Pick<Gawai, 'db'>,
  key: { slug: string } | { id: Id },
): Promise<PricedDevice | undefined> {
  const [row] = 'slug' in key ? await bySlug(db, { key: key.slug }) : await byId(db, { key: key.id })
  return row && { id: row.id, slug: row.slug, name: `${row.brand} ${row.name}` }
}
