import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { keepProvenance, type Provenance } from '../provenance.ts'
import { formOf } from '../form.ts'
import { deviceSubject, devicesSubject } from '../subjects.ts'
import type { Brand } from './brands.ts'
import { inParts } from './in-parts.ts'
import type { Families } from './keep-families.ts'
import { knownDevices } from './known-devices.ts'
import { plan, type Planned } from './planned.ts'
import type { DeviceRecord, Problem } from './record.ts'
import { addCodes, addDevices, addNames, fillIn } from './write-devices.ts'
import { writeReleases } from './write-releases.ts'
import { writeSayings } from './write-sayings.ts'

/** What every batch of an import shares. */
export interface Around {
  /** Whose keys the records have. */
  origin: string
  /** Who says it, where a record does not tell. */
  provenance: Provenance
  brands: ReadonlyMap<string, Brand>
  families: Families
}

export interface BatchDone {
  added: number
  changed: number
  same: number
  refused: Problem[]
}

export async function writeBatch(unit: Unit, records: readonly DeviceRecord[], around: Around): Promise<BatchDone> {
  const refused = records.filter((record) => !isNamed(record, around))
  const named = records.filter((record) => isNamed(record, around))
  const planned = named.length === 0 ? [] : await writeNamed(unit, named, around)
  const count = (is: Planned['is']) => planned.filter((one) => one.is === is).length
  return { added: count('added'), changed: count('changed'), same: count('same'), refused: refused.map(nameless) }
}

const isNamed = ({ brand, name }: DeviceRecord, { brands }: Around) => brands.has(brand) && formOf(name) !== ''

const nameless = ({ where, brand, name }: DeviceRecord): Problem => ({
  where,
  what: `"${brand}" or "${name}" holds no letter or digit`,
  todo: 'write the brand and the name as they are sold',
})

async function writeNamed(unit: Unit, records: readonly DeviceRecord[], around: Around): Promise<Planned[]> {
  const brands = records.flatMap(({ brand }) => around.brands.get(brand)?.id ?? [])
  const known = await knownDevices(unit, {
    origin: around.origin,
    keys: records.map(({ key }) => key),
    brands: [...new Set(brands)],
    forms: [...new Set(records.map(({ name }) => formOf(name)))],
  })
  const planned = plan(unit, records, known, around)
  const news = planned.filter(({ is }) => is !== 'same')
  const added = news.filter(({ is }) => is === 'added')
  const changed = news.filter(({ is }) => is === 'changed')
  await addDevices(unit, added)
  await fillIn(unit, changed, known)
  await addNames(unit, news, known)
  const provenances = await provenancesOf(unit, news, around)
  const variants = await writeReleases(unit, news, provenances)
  await addCodes(unit, news, { provenances, variants })
  await writeSayings(unit, news, provenances)
  await keepSaid(unit, news, { origin: around.origin, provenances })
  if (news.length > 0) unit.drop(devicesSubject, ...changed.map(({ device }) => deviceSubject(device)))
  return planned
}

/** A record often has a page of its own; where many share one, it is asked for once. */
async function provenancesOf(
  unit: Unit,
  planned: readonly Planned[],
  { provenance }: Around,
): Promise<Map<Planned, Id>> {
  const known = new Map<string, Id>()
  const all = new Map<Planned, Id>()
  for (const one of planned) {
    const wanted = one.record.provenance ?? provenance
    const key = `${wanted.kind} ${wanted.name} ${wanted.url ?? ''}`
    const id = known.get(key) ?? (await keepProvenance(unit, wanted))
    known.set(key, id)
    all.set(one, id)
  }
  return all
}

/** Keeps the records whole. Of a key that stands in a file twice the last counts. */
async function keepSaid(
  unit: Unit,
  planned: readonly Planned[],
  { origin, provenances }: { origin: string; provenances: ReadonlyMap<Planned, Id> },
): Promise<void> {
  const rows = new Map(
    planned.map((one) => {
      const { record, device, digest } = one
      const said = { origin, key: record.key, device_id: device, digest, raw: record.raw }
      return [record.key, { ...said, provenance_id: provenances.get(one) ?? 0 }]
    }),
  )
  await inParts([...rows.values()], 6, (part) =>
    unit.tx
      .insertInto('device_record')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['origin', 'key']).doUpdateSet((row) => ({
          device_id: row.ref('excluded.device_id'),
          provenance_id: row.ref('excluded.provenance_id'),
          digest: row.ref('excluded.digest'),
          raw: row.ref('excluded.raw'),
        })),
      )
      .execute(),
  )
}
