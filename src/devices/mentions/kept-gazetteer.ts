import type { Id } from '#platform/database/tables.ts'
import type { Equipment } from '#platform/equipment.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Changes, openChanges } from './changes.ts'
import { deniedForms } from './denied.ts'
import { addBrands, addNames, brandNames, codesOf, type NameRow, namesOf } from './read-names.ts'
import type { Brand } from './brand.ts'
import { type Gazetteer, openGazetteer } from './gazetteer.ts'

/** What a text is searched with. */
export interface Names {
  gazetteer: Gazetteer
  /** Whether editors said again and again that this form is not that device. */
  isDenied(device: Id, form: string): boolean
}

/** The names of the catalogue, kept in memory. */
export interface KeptGazetteer extends Equipment {
  /** As the database has them now: reads them when first asked, and afterwards what was changed since. */
  names(gawai: Reading): Promise<Names>
}

export type Reading = Pick<Gawai, 'db' | 'reports' | 'clock'>

/** What has been read, and how each device's names are taken out again. */
export interface Kept extends Names {
  brands: Map<Id, Brand>
  takeOut: Map<Id, (() => void)[]>
  denied: Map<Id, Set<string>>
  /** Of all brands and families as they were read, in one text. */
  brandNames: string
  changes: Changes
}

/** So many devices are read one by one; for more the whole catalogue is. */
const mostAtOnce = 500

/** One for the program: `gawai.use(openKeptGazetteer)`. */
export function openKeptGazetteer(): KeptGazetteer {
  let turn: Promise<Kept | undefined> = Promise.resolve(undefined)
  return {
    async names(gawai) {
      const before = turn.catch(() => undefined)
      turn = before.then((kept) => inStep(gawai, kept))
      const kept = await turn
      if (!kept) throw new Error('the names were not read')
      return kept
    },
    close: async () => {},
  }
}

async function inStep(gawai: Reading, kept: Kept | undefined): Promise<Kept> {
  if (!kept) return readAll(gawai)
  const { devices, isOfBrands, isWhole } = await kept.changes.since(gawai)
  // Every publication says that the list of brands may look otherwise; seldom are any called otherwise.
  if (isOfBrands && (await brandNames(gawai)) !== kept.brandNames) return readAll(gawai)
  if (isWhole || devices.size > mostAtOnce) return readAll(gawai)
  for (const device of devices) {
    for (const take of kept.takeOut.get(device) ?? []) take()
    kept.takeOut.delete(device)
    kept.denied.delete(device)
  }
  if (devices.size === 0) return kept
  const wanted = { devices: [...devices] }
  const rows = [...(await namesOf(gawai, wanted)), ...(await codesOf(gawai, wanted))]
  // A brand that nobody knew yet came with its first device.
  if (rows.some(({ brand_id }) => !kept.brands.has(brand_id))) return readAll(gawai)
  addNames(kept, rows)
  for (const [device, forms] of await deniedForms(gawai, wanted.devices)) kept.denied.set(device, forms)
  return kept
}

async function readAll(gawai: Reading): Promise<Kept> {
  const changes = await openChanges(gawai)
  const denied = await deniedForms(gawai)
  const kept: Kept = {
    gazetteer: openGazetteer(),
    isDenied: (device, form) => denied.get(device)?.has(form) ?? false,
    brands: new Map(),
    takeOut: new Map(),
    denied,
    brandNames: await brandNames(gawai),
    changes,
  }
  await addBrands(gawai, kept)
  // Some at a time, so that others are answered in between.
  for (const read of [namesOf, codesOf])
    for (let after: Id | undefined = 0; after !== undefined;) {
      const rows: NameRow[] = await read(gawai, { after })
      addNames(kept, rows)
      after = rows.at(-1)?.id
    }
  return kept
}
