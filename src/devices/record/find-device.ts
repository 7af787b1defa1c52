import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'

const bySlug = compileOnce<{ slug: string }>()((db, blank) =>
  db
    .selectFrom('device')
    .innerJoin('organisation as brand', 'brand.id', 'device.brand_id')
    .leftJoin('device_family as family', 'family.id', 'device.family_id')
    .selectAll('device')
    .select(['brand.slug as brand_slug', 'brand.name as brand_name'])
    .select(['family.slug as family_slug', 'family.name as family_name'])
    .where('device.slug', '=', blank.slug),
)

export type DeviceRow = Awaited<ReturnType<typeof bySlug>>[number]

/** The device at that slug, also one that became another. */
export async function deviceRow({ db }: Pick<Gawai, 'db'>, slug: string): Promise<DeviceRow | undefined> {
  return (await bySlug(db, { slug }))[0]
}

const formerly = compileOnce<{ slug: string }>()((db, blank) =>
  db.selectFrom('former_device_slug').select('device_id').where('slug', '=', blank.slug),
)
const byId = compileOnce<{ id: Id }>()((db, blank) =>
  db.selectFrom('device').select(['slug', 'merged_into']).where('id', '=', blank.id),
)

/** Merges of merges: a longer chain than this is none that an editor made. */
const mostMerges = 20

/** Where the device stands now that had this slug, or that became another. */
export async function slugSince({ db }: Pick<Gawai, 'db'>, slug: string): Promise<string | undefined> {
  const here = await deviceRow({ db }, slug)
  let id = here ? here.merged_into : ((await formerly(db, { slug }))[0]?.device_id ?? null)
  for (let step = 0; id !== null && step < mostMerges; step += 1) {
    const [row] = await byId(db, { id })
    if (!row) return undefined
    if (row.merged_into === null) return row.slug
    id = row.merged_into
  }
  return undefined
}
