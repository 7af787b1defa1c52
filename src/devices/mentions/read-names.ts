import { sql } from 'kysely'
import type { Flag, Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import { formOf } from '../form.ts'
import type { AliasKind } from '../tables.ts'
import type { Kept } from './kept-gazetteer.ts'
import { wellKnownMakers } from './well-known-makers.ts'

const atOnce = 2000

/** Adds every brand with its names and its series, and the makers of the field that are none yet. */
export async function addBrands({ reports }: Pick<Gawai, 'reports'>, { gazetteer, brands }: Kept): Promise<void> {
  const rows = await reports
    .selectFrom('organisation')
    .select(['id', 'name'])
    .select((row) =>
      row
        .or([
          row.exists(
            row
              .selectFrom('listed')
              .select('list_id')
              .where('kind', '=', 'brand')
              .whereRef('list_id', '=', 'organisation.id'),
          ),
          row.exists(row.selectFrom('device_family').select('id').whereRef('brand_id', '=', 'organisation.id')),
        ])
        .as('is_known'),
    )
    .where('is_brand', '=', 1)
    .where('merged_into', 'is', null)
    .execute()
  const aliases = await reports
    .selectFrom('device_alias')
    .select(['brand_id', 'words'])
    .where('brand_id', 'is not', null)
    .execute()
  const named = Map.groupBy(aliases, (alias) => alias.brand_id)
  const makers = new Map(Object.entries(wellKnownMakers).map(([name, series]) => [formOf(name), { name, series }]))
  for (const { id, name, is_known } of rows) {
    const maker = makers.get(formOf(name))
    const others = (named.get(id) ?? []).map(({ words }) => words)
    const brand = gazetteer.addBrand({
      id,
      names: [name, ...others],
      isKnown: maker !== undefined || Boolean(is_known),
    })
    brands.set(id, brand)
    for (const series of maker?.series ?? []) gazetteer.addSeries(series, brand)
    makers.delete(formOf(name))
  }
  for (const { name, series } of makers.values()) {
    const brand = gazetteer.addBrand({ id: undefined, names: [name], isKnown: true })
    for (const words of series) gazetteer.addSeries(words, brand)
  }
  await addFamilies(reports, { gazetteer, brands })
}

/** How all brands are called, in one text: whether they still are is asked often. */
export async function brandNames({ reports }: Pick<Gawai, 'reports'>): Promise<string> {
  const rows = await reports
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('is_brand', '=', 1)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name }) => `${id} ${name}`).join('\n')
}

async function addFamilies(reports: Gawai['reports'], { gazetteer, brands }: Pick<Kept, 'gazetteer' | 'brands'>) {
  const families = await reports.selectFrom('device_family').select(['id', 'brand_id', 'name']).execute()
  const aliases = await reports
    .selectFrom('device_alias')
    .innerJoin('device_family', 'device_family.id', 'device_alias.family_id')
    .select(['device_family.id', 'device_family.brand_id', 'device_alias.words as name'])
    .execute()
  for (const { id, brand_id, name } of [...families, ...aliases]) {
    const brand = brands.get(brand_id)
    if (!brand) continue
    gazetteer.addName(name, { family: id, brand, needsBrand: false })
    gazetteer.addSeries(name, brand)
  }
}

/** A name or a code of a device as the database has it. */
export interface NameRow {
  id: Id
  device: Id
  brand_id: Id
  kind: AliasKind | 'code'
  words: string
  needs_brand: Flag
  announced: string | null
  released: string | null
}

/** Which rows: those of some devices, or a part of all, behind an id. */
export type Wanted = { devices: readonly Id[] } | { after: Id }

/** The names of devices. Codenames are left out: "fire" and "violet" are said of other things. */
export const namesOf = ({ reports }: Pick<Gawai, 'reports'>, wanted: Wanted): Promise<NameRow[]> =>
  reports
    .selectFrom('device_alias')
    .innerJoin('device', 'device.id', 'device_alias.device_id')
    .select([
      'device_alias.id',
      'device.id as device',
      'device.brand_id',
      'kind',
      'words',
      'needs_brand',
      'announced',
      'released',
    ])
    .where('merged_into', 'is', null)
    .where('kind', '!=', 'codename')
    .where((row) =>
      'devices' in wanted ? row('device.id', 'in', wanted.devices) : row('device_alias.id', '>', wanted.after),
    )
    .orderBy('device_alias.id')
    .limit('devices' in wanted ? noLimit : atOnce)
    .execute()

/** The codes on their boxes. */
export const codesOf = ({ reports }: Pick<Gawai, 'reports'>, wanted: Wanted): Promise<NameRow[]> =>
  reports
    .selectFrom('model_code')
    .innerJoin('device', 'device.id', 'model_code.device_id')
    .select(['model_code.id', 'device.id as device', 'device.brand_id', 'code as words', 'announced', 'released'])
    .select([sql<'code'>`'code'`.as('kind'), sql<Flag>`0`.as('needs_brand')])
    .where('merged_into', 'is', null)
    .where((row) =>
      'devices' in wanted ? row('device.id', 'in', wanted.devices) : row('model_code.id', '>', wanted.after),
    )
    .orderBy('model_code.id')
    .limit('devices' in wanted ? noLimit : atOnce)
    .execute()

const noLimit = 1_000_000

/** Adds names, and remembers for each device how they are taken out. */
export function addNames({ gazetteer, brands, takeOut }: Kept, rows: readonly NameRow[]): void {
  for (const { device, brand_id, kind, words, needs_brand, announced, released } of rows) {
    const brand = brands.get(brand_id)
    if (!brand) continue
    const date = readFuzzyDate(announced ?? released ?? '')
    const name = { device, brand, needsBrand: needs_brand === 1, from: date?.from, to: date?.to }
    const take =
      kind === 'code'
        ? gazetteer.addCode(words, name)
        : gazetteer.addName(words, { ...name, isNickname: kind === 'nick' && needs_brand === 0 })
    const taken = takeOut.get(device)
    if (taken) taken.push(take)
    else takeOut.set(device, [take])
  }
}
