import { shellSubject, sitemapSubject } from '#articles'
import { brandsSubject } from '#organisations'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import { Invalid } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { keepAlias } from './alias.ts'
import { hasDevices } from './lists/device-lists.ts'
import { formOf } from './form.ts'
import { deviceSubject, devicesSubject } from './subjects.ts'
import type { Category, DeviceStatus } from './tables.ts'

export interface NewDevice {
  brand: { id: Id; name: string }
  /** Without the brand's. */
  name: string
  category: Category
  family?: Id | undefined
  /** EDTF. */
  announced?: string | undefined
  released?: string | undefined
  /** Who says when: a provenance. */
  datesFrom?: Id | undefined
  status?: DeviceStatus | undefined
}

const bySameName = compileOnce<{ brand: Id; form: string }>()((db, blank) =>
  db
    .selectFrom('device_alias')
    .innerJoin('device', 'device.id', 'device_alias.device_id')
    .select('device.id')
    .where('device_alias.form', '=', blank.form)
    .where('device_alias.kind', '=', 'official')
    .where('device.brand_id', '=', blank.brand)
    .where('device.merged_into', 'is', null)
    .orderBy('device.id')
    .limit(1),
)

/** The device of that brand and official name. */
export async function deviceNamed({ tx }: Pick<Unit, 'tx'>, brand: Id, name: string): Promise<Id | undefined> {
  return (await bySameName(tx, { brand, form: formOf(name) }))[0]?.id
}

/**
 * Adds a device with its official name.
 *
 * @throws Invalid when the name holds no letter or digit, or a date is none
 */
export async function addDevice(unit: Unit, wanted: NewDevice): Promise<Id> {
  const name = wanted.name.trim()
  const form = formOf(name)
  if (form === '')
    throw new Invalid(`"${name}" cannot be a device's name: it holds no letter or digit`, {
      key: 'refusedDevice.noLetter',
      values: { name },
    })
  const isFirst = !(await hasDevices({ db: unit.tx }))
  const id = unit.newId()
  await unit.tx
    .insertInto('device')
    .values({
      id,
      brand_id: wanted.brand.id,
      family_id: wanted.family ?? null,
      slug: await freeSlug(unit, `${wanted.brand.name} ${name.replaceAll('+', ' plus ')}`),
      name,
      category: wanted.category,
      status: wanted.status ?? (wanted.released === undefined ? 'announced' : 'released'),
      is_status_pinned: 0,
      announced: wanted.announced ?? null,
      released: wanted.released ?? null,
      released_from: wanted.released === undefined ? null : firstDayOf(wanted.released),
      dates_from: wanted.datesFrom ?? null,
      predecessor_id: null,
      picture_id: null,
      outside: '{}',
      merged_into: null,
      made_at: unit.now,
      changed_at: unit.now,
    })
    .execute()
  await keepAlias(unit, { kind: 'official', words: name, device: id })
  unit.drop(deviceSubject(id), devicesSubject, brandsSubject, sitemapSubject)
  if (isFirst) unit.drop(...languages.map(shellSubject))
  return id
}

function firstDayOf(date: string): number {
  const read = readFuzzyDate(date)
  if (read) return read.from
  throw new Invalid(`"${date}" is no date: write a year, a month or a day such as 2018, 2018-03 or 2018-03-25`, {
    key: 'refusedDevice.noDate',
    values: { date },
  })
}

/** Two devices of one name get numbers behind it; what was somebody's address once stays theirs. */
async function freeSlug(unit: Unit, words: string): Promise<string> {
  const slug = slugOf(words)
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? slug : `${slug}-${number}`
    if (!(await isTaken(unit, wanted))) return wanted
  }
}

async function isTaken({ tx }: Unit, slug: string): Promise<boolean> {
  const here = await tx.selectFrom('device').select('id').where('slug', '=', slug).executeTakeFirst()
  const before = await tx
    .selectFrom('former_device_slug')
    .select('device_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return here !== undefined || before !== undefined
}
