import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Day } from '#platform/fuzzy-date.ts'
import type { Gawai } from '#platform/gawai.ts'
import '../tables.ts'
import { type ListedDevice, listedColumns, listedOf, standing } from './listed-device.ts'

type Reader = Pick<Gawai, 'db'>

const ofBrand = compileOnce<{ brand: Id; limit: number }>()((db, blank) =>
  standing(db)
    .select(listedColumns)
    .where('device.brand_id', '=', blank.brand)
    .orderBy('released_from', (order) => order.desc().nullsLast())
    .orderBy('device.id', 'desc')
    .limit(blank.limit),
)
const ofFamily = compileOnce<{ family: Id; limit: number }>()((db, blank) =>
  standing(db)
    .select(listedColumns)
    .where('device.family_id', '=', blank.family)
    .orderBy('released_from', (order) => order.desc().nullsLast())
    .orderBy('device.id', 'desc')
    .limit(blank.limit),
)
const newest = compileOnce<{ today: Day; limit: number }>()((db, blank) =>
  standing(db)
    .select(listedColumns)
    .where('released_from', '<=', blank.today)
    .where('status', 'in', ['released', 'on_sale', 'discontinued'])
    .orderBy('released_from', 'desc')
    .orderBy('device.id', 'desc')
    .limit(blank.limit),
)
const awaited = compileOnce<{ today: Day; limit: number }>()((db, blank) =>
  standing(db)
    .select(listedColumns)
    .where((row) =>
      row.or([
        row('status', 'in', ['rumoured', 'announced']),
        row.and([row('released_from', '>', blank.today), row('status', '!=', 'cancelled')]),
      ]),
    )
    .orderBy('released_from', (order) => order.asc().nullsLast())
    .orderBy('device.id', 'desc')
    .limit(blank.limit),
)

interface Wanted {
  /** How many at the most. */
  limit: number
}

/** The devices of a brand, the newest first. */
export const devicesOfBrand = async ({ db }: Reader, brand: Id, { limit }: Wanted): Promise<ListedDevice[]> =>
  listedOf(db, await ofBrand(db, { brand, limit }))

/** The devices of a family, the newest first. */
export const devicesOfFamily = async ({ db }: Reader, family: Id, { limit }: Wanted): Promise<ListedDevice[]> =>
  listedOf(db, await ofFamily(db, { family, limit }))

/** What came out last. */
export const latestDevices = async ({ db }: Reader, wanted: Wanted & { today: Day }): Promise<ListedDevice[]> =>
  listedOf(db, await newest(db, { today: wanted.today, limit: wanted.limit }))

/** What is announced or said to come, the soonest first. */
export const upcomingDevices = async ({ db }: Reader, wanted: Wanted & { today: Day }): Promise<ListedDevice[]> =>
  listedOf(db, await awaited(db, { today: wanted.today, limit: wanted.limit }))

const anything = compileOnce<Record<string, never>>()((db) => standing(db).select('device.id').limit(1))

/** Whether the catalogue holds anything. */
export const hasDevices = async ({ db }: Reader): Promise<boolean> => (await anything(db, {})).length > 0
