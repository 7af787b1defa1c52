import { lineageProvenance, sayingsOf, type SpecificationName } from '#devices'
import type { Gawai } from '#platform/gawai.ts'
import type { Column } from './expected.ts'

export type Cells = Record<Column, string[]>

/** What the catalogue says of each file of the wiki, in the terms of the table. */
export async function cellsOf(gawai: Pick<Gawai, 'db'>): Promise<Map<string, Cells>> {
  const rows = await gawai.db
    .selectFrom('device_record')
    .innerJoin('device', 'device.id', 'device_record.device_id')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .select(['key', 'raw', 'provenance_id', 'device.id', 'device.name', 'category', 'released'])
    .select('organisation.name as vendor')
    .where('origin', '=', `${lineageProvenance.kind} ${lineageProvenance.name}`)
    .execute()
  const cells = new Map<string, Cells>()
  for (const row of rows) {
    const said = (await sayingsOf(gawai, row.id)).filter(({ provenance }) => provenance.id === row.provenance_id)
    const numbers = (name: SpecificationName, scale = 1) =>
      said
        .filter((saying) => saying.name === name)
        .flatMap(({ values }) => values.flatMap(({ number }) => (number === undefined ? [] : [String(number / scale)])))
    cells.set(`${row.key}.yml`, {
      vendor: [row.vendor],
      name: [row.name],
      type: typeOf(row),
      release: await releasesOf(gawai, row.id, row.released),
      screen_in: numbers('display_size', 100),
      battery_mah: numbers('battery'),
      ram_mb: numbers('ram'),
      storage_mb: numbers('storage'),
      models: await codesOf(gawai, row),
    })
  }
  return cells
}

/** The wiki's words for what the catalogue has a category of. */
const types: Readonly<Record<string, RegExp>> = {
  phone: /^phone/i,
  foldable: /^foldable/i,
  tablet: /^tablet/i,
  tv: /^tv/i,
  stb: /^set[ -]top box/i,
  console: /console/i,
}

/** As it was said, if the category is what that says: what the catalogue has none for is `other`. */
function typeOf({ raw, category }: { raw: string; category: string }): string[] {
  const { type = '' } = JSON.parse(raw) as { type?: string } // oxlint-disable-line typescript/no-unsafe-type-assertion -- a map of the wiki
  const [meant = category] = Object.entries(types).find(([, pattern]) => pattern.test(type)) ?? ['other']
  return meant === category || meant === 'other' ? [type] : [`${type} as ${category}`]
}

/** Each version's day where they differ, else the device's. */
async function releasesOf({ db }: Pick<Gawai, 'db'>, device: number, released: string | null): Promise<string[]> {
  const rows = await db.selectFrom('availability').select('at').where('device_id', '=', device).execute()
  const days = rows.flatMap(({ at }) => at ?? [])
  return days.length > 0 ? days : released === null ? [] : [released]
}

/** Those that this file says: another may be about the same device. */
async function codesOf({ db }: Pick<Gawai, 'db'>, { id, raw }: { id: number; raw: string }): Promise<string[]> {
  const rows = await db.selectFrom('model_code').select('code').where('device_id', '=', id).execute()
  return rows.map(({ code }) => code).filter((code) => raw.includes(code))
}
