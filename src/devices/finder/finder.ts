import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Equipment } from '#platform/equipment.ts'
import { dayOfInstant } from '#platform/fuzzy-date.ts'
import type { Gawai } from '#platform/gawai.ts'
import { followDevices } from './changes.ts'
import { type DeviceIndex, openDeviceIndex } from './device-index.ts'
import { readDevices } from './read-devices.ts'
import { readLowestPrices } from './read-prices.ts'

type Context = Pick<Gawai, 'db' | 'reports' | 'clock'>

/** Keeps the index of all devices in step with the database; had by `gawai.use(openFinder)`. */
export interface Finder extends Equipment {
  /** The index as it is now: what was written since it was asked last is read before it answers. */
  index(gawai: Context): Promise<DeviceIndex>
}

/** Devices that are read at once, with some twenty values each. */
const atOnce = 500
/** When more changed, all are read. */
const mostChanges = 1000
const all = { first: 0, last: Number.MAX_SAFE_INTEGER }

export function openFinder(): Finder {
  let index: DeviceIndex | undefined
  let day = 0
  let look = followDevices()
  let turn: Promise<DeviceIndex> | undefined

  async function upToDate(gawai: Context): Promise<DeviceIndex> {
    const { devices, hasBrands, isUnsure } = await look(gawai)
    if (!index || isUnsure || devices.size > mostChanges) index = await readAll(gawai)
    else {
      const renamed = hasBrands ? await ofRenamedBrands(gawai, index) : []
      for (const id of new Set([...devices, ...renamed])) await readOne(gawai, index, id)
    }
    const today = dayOfInstant(gawai.clock.now())
    // Prices become old by themselves.
    if (today !== day) index.putPrices(await readLowestPrices(gawai.reports, all, gawai.clock.now()))
    day = today
    return index
  }

  async function readAll(gawai: Context): Promise<DeviceIndex> {
    const read = openDeviceIndex()
    day = 0
    for (let { first } = all; ;) {
      const { devices, last } = await readDevices(gawai.reports, { ...all, first }, atOnce)
      for (const device of devices) read.put(device)
      if (last === undefined) return read
      first = last + 1
    }
  }

  return {
    index(gawai) {
      const before = turn
      turn = (async () => {
        await before?.catch(() => {})
        try {
          return await upToDate(gawai)
        } catch (error) {
          // What was seen of the log is not in the index.
          index = undefined
          look = followDevices()
          throw error
        }
      })()
      return turn
    },
    async close() {
      await turn?.catch(() => {})
    },
  }
}

async function readOne({ db, clock }: Context, index: DeviceIndex, id: Id): Promise<void> {
  const range = { first: id, last: id }
  const { devices, gone } = await readDevices(db, range, 1)
  for (const device of devices) index.put(device)
  for (const one of gone) index.remove(one)
  index.putPrices(await readLowestPrices(db, range, clock.now()), [id])
}

const brands = compileOnce<Record<never, never>>()((db) =>
  db.selectFrom('organisation').select(['id', 'slug', 'name']).where('is_brand', '=', 1),
)
const devicesOf = compileOnce<{ brand: Id }>()((db, blank) =>
  db.selectFrom('device').select('id').where('brand_id', '=', blank.brand),
)

/** The devices of brands that are not called as the index has it. */
async function ofRenamedBrands({ db }: Context, index: DeviceIndex): Promise<Id[]> {
  const renamed = (await brands(db, {})).filter(({ slug, name }) => index.wordsOf('brand', slug) !== name)
  const ids: Id[] = []
  for (const { id } of renamed) for (const device of await devicesOf(db, { brand: id })) ids.push(device.id)
  return ids
}
