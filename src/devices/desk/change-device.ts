import { z } from 'zod'
import { shellSubject } from '#articles'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import { Invalid } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { followAvailability } from '../availability/follow-availability.ts'
import { formOf } from '../form.ts'
import { deviceSubject, devicesSubject } from '../subjects.ts'
import { categories, deviceStatuses } from '../tables.ts'
import { type ByEditor, deviceObject } from './by-editor.ts'
import { type DeskDevice, deskDevice } from './desk-device.ts'

const id = z.number().nullable()

/** What editors say of a device beside its names, codes and specifications. */
export const deviceFactsSchema = z.object({
  /** Without the brand's. */
  name: z.string(),
  category: z.enum(categories),
  status: z.enum(deviceStatuses),
  /** Otherwise it follows from where the device can be bought. */
  isStatusPinned: z.boolean(),
  family: id,
  announced: z.string().nullable(),
  released: z.string().nullable(),
  datesFrom: id,
  predecessor: id,
  picture: id,
})
export type DeviceFacts = z.infer<typeof deviceFactsSchema>

/**
 * Says in an editor's name what a device is. Its address stays.
 *
 * @returns what was said before, which takes it back
 * @throws Invalid for a name without a letter, a date that is none, or a device that comes after itself
 * @throws NotFound when it is not there any more
 */
export async function changeDevice(
  unit: Unit,
  { device, by, ...facts }: DeviceFacts & { device: Id; by: ByEditor },
): Promise<DeviceFacts> {
  const before = await deskDevice({ db: unit.tx }, device)
  prove(device, facts)
  await unit.tx
    .updateTable('device')
    .set({
      name: facts.name.trim(),
      category: facts.category,
      status: facts.status,
      is_status_pinned: facts.isStatusPinned ? 1 : 0,
      family_id: facts.family,
      announced: facts.announced,
      released: facts.released,
      released_from: facts.released === null ? null : (readFuzzyDate(facts.released)?.from ?? null),
      dates_from: facts.datesFrom,
      predecessor_id: facts.predecessor,
      picture_id: facts.picture,
      changed_at: unit.now,
    })
    .where('id', '=', device)
    .execute()
  if (!facts.isStatusPinned) await followAvailability(unit, device)
  await rename(unit, device, before.name, facts.name)
  const kin = [before.predecessor_id, facts.predecessor].filter((one) => one !== null)
  unit.drop(deviceSubject(device), devicesSubject, ...kin.map(deviceSubject), ...languages.map(shellSubject))
  await record(unit, {
    by: by.account,
    action: 'device.changed',
    object: deviceObject(device),
    details: { name: facts.name },
  })
  return factsOf(before)
}

/** What is said of a device now. */
export const factsOf = (row: DeskDevice): DeviceFacts => ({
  name: row.name,
  category: row.category,
  status: row.status,
  isStatusPinned: row.is_status_pinned === 1,
  family: row.family_id,
  announced: row.announced,
  released: row.released,
  datesFrom: row.dates_from,
  predecessor: row.predecessor_id,
  picture: row.picture_id,
})

function prove(device: Id, { name, announced, released, predecessor }: DeviceFacts): void {
  if (formOf(name) === '')
    throw new Invalid(`"${name}" cannot be a device's name: it holds no letter or digit`, {
      key: 'refusedDevice.noLetter',
      values: { name },
    })
  const date = [announced, released].find((text) => text !== null && readFuzzyDate(text) === undefined)
  if (date !== undefined && date !== null)
    throw new Invalid(`"${date}" is no date: write a year, a month or a day such as 2018, 2018-03 or 2018-03-25`, {
      key: 'refusedDevice.noDate',
      values: { date },
    })
  if (predecessor === device)
    throw new Invalid('A device cannot come after itself: choose another', { key: 'refusedDeviceDesk.afterItself' })
}

/** The official name is found in articles, too. */
async function rename({ tx }: Unit, device: Id, before: string, name: string): Promise<void> {
  if (before === name.trim()) return
  await tx
    .updateTable('device_alias')
    .set({ words: name.trim(), form: formOf(name) })
    .where('device_id', '=', device)
    .where('kind', '=', 'official')
    .where('form', '=', formOf(before))
    .execute()
}

/** Finds the family of a brand by its name, or adds it. @returns null for no name */
export async function familyNamed(unit: Unit, brand: Id, name: string): Promise<Id | null> {
  const slug = slugOf(name)
  if (name.trim() === '') return null
  const known = await unit.tx
    .selectFrom('device_family')
    .select('id')
    .where('brand_id', '=', brand)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (known) return known.id
  const family = unit.newId()
  await unit.tx.insertInto('device_family').values({ id: family, brand_id: brand, slug, name: name.trim() }).execute()
  return family
}
