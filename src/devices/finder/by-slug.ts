import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'

export interface NamedDevice {
  id: Id
  slug: string
  /** With its brand's before it. */
  name: string
}

const bySlug = compileOnce<{ slug: string }>()((db, blank) =>
  db
    .selectFrom('device')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select([
      'device.id',
      'device.slug',
      'device.name',
      'organisation.name as brand',
      'device.merged_into as mergedInto',
    ])
    .where('device.slug', '=', blank.slug),
)
const byId = compileOnce<{ id: Id }>()((db, blank) =>
  db
    .selectFrom('device')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device.id', 'device.slug', 'device.name', 'organisation.name as brand'])
    .where('device.id', '=', blank.id)
    .where('device.merged_into', 'is', null),
)
const byFormerSlug = compileOnce<{ slug: string }>()((db, blank) =>
  db
    .selectFrom('former_device_slug')
    .innerJoin('device', 'device.id', 'former_device_slug.device_id')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device.id', 'device.slug', 'device.name', 'organisation.name as brand'])
    .where('former_device_slug.slug', '=', blank.slug)
    .where('device.merged_into', 'is', null),
)

/** The devices of these slugs, in their order; one that became another, or is called otherwise now, is found by what it was. */
export async function devicesBySlug({ db }: Pick<Gawai, 'db'>, slugs: readonly string[]): Promise<NamedDevice[]> {
  const found: NamedDevice[] = []
  for (const slug of slugs) {
    const device = await deviceBySlug({ db }, slug)
    if (device && !found.some(({ id }) => id === device.id)) found.push(device)
  }
  return found
}

async function deviceBySlug({ db }: Pick<Gawai, 'db'>, slug: string): Promise<NamedDevice | undefined> {
  const [row] = await bySlug(db, { slug })
  if (row && row.mergedInto === null) return { id: row.id, slug: row.slug, name: `${row.brand} ${row.name}` }
  const [heir] = row?.mergedInto ? await byId(db, { id: row.mergedInto }) : await byFormerSlug(db, { slug })
  return heir && { id: heir.id, slug: heir.slug, name: `${heir.brand} ${heir.name}` }
}

/** The devices of these ids, in their order. */
export async function devicesById({ db }: Pick<Gawai, 'db'>, ids: readonly Id[]): Promise<NamedDevice[]> {
  const found: NamedDevice[] = []
  for (const id of ids)
    for (const { brand, name, ...row } of await byId(db, { id })) found.push({ ...row, name: `${brand} ${name}` })
  return found
}
