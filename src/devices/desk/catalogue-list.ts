import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { codeForm, formOf } from '../form.ts'
import '../tables.ts'
import type { Category, DeviceStatus } from '../tables.ts'

/** A device as the newsroom lists it. */
export interface CatalogueLine {
  id: Id
  brand: string
  /** Without the brand's. */
  name: string
  category: Category
  status: DeviceStatus
  /** EDTF. */
  released: string | null
  changedAt: Instant
}

interface CatalogueWanted {
  /** Its brand, one of its names or one of its codes holds each of them. */
  words?: string
  brand?: Id | undefined
  category?: Category | undefined
  status?: DeviceStatus | undefined
  before?: { at: Instant; id: Id } | undefined
  limit: number
}

/** The devices of one page, the last changed first; `before` when there are more. */
export async function catalogueList(
  { reports }: Pick<Gawai, 'reports'>,
  { words = '', brand, category, status, before, limit }: CatalogueWanted,
): Promise<{ items: CatalogueLine[]; before?: { at: Instant; id: Id } }> {
  let query = reports
    .selectFrom('device')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['device.id', 'device.name', 'organisation.name as brand', 'category', 'status', 'released'])
    .select('changed_at as changedAt')
    .where('device.merged_into', 'is', null)
    .orderBy('changed_at', 'desc')
    .orderBy('device.id', 'desc')
    .limit(limit + 1)
  if (brand !== undefined) query = query.where('device.brand_id', '=', brand)
  if (category !== undefined) query = query.where('category', '=', category)
  if (status !== undefined) query = query.where('status', '=', status)
  if (before)
    query = query.where(({ eb, or, and }) =>
      or([eb('changed_at', '<', before.at), and([eb('changed_at', '=', before.at), eb('device.id', '<', before.id)])]),
    )
  for (const word of formOf(words).split(' ').filter(Boolean))
    query = query.where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('organisation.slug', 'like', `%${word}%`),
        exists(
          selectFrom('device_alias')
            .select('device_alias.id')
            .whereRef('device_alias.device_id', '=', 'device.id')
            .where('form', 'like', `%${word}%`),
        ),
        exists(
          selectFrom('model_code')
            .select('model_code.id')
            .whereRef('model_code.device_id', '=', 'device.id')
            .where('form', 'like', `%${codeForm(word)}%`),
        ),
      ]),
    )
  const rows = await query.execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, before: { at: last.changedAt, id: last.id } } : { items }
}

/** The brands that have a device, by their names. */
export const catalogueBrands = ({ reports }: Pick<Gawai, 'reports'>): Promise<{ id: Id; name: string }[]> =>
  reports
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('device').select('device.id').whereRef('device.brand_id', '=', 'organisation.id')),
    )
    .orderBy('name')
    .execute()
