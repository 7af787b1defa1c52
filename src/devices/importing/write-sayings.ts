import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { valueOf } from '../specifications/say.ts'
import { isSameValue, type Value } from '../specifications/value.ts'
import { inParts } from './in-parts.ts'
import type { Planned } from './planned.ts'

/** Keeps what each source says from now on; what the same source said before stays in the history. */
export async function writeSayings(
  unit: Unit,
  planned: readonly Planned[],
  provenances: ReadonlyMap<Planned, Id>,
): Promise<void> {
  const before = await saidBefore(unit, planned, new Set(provenances.values()))
  const ended: Id[] = []
  const rows = planned.flatMap((one) => {
    const provenance = provenances.get(one)
    if (provenance === undefined) return []
    const said = before.get(`${one.device} ${provenance}`) ?? new Map<string, Before[]>()
    const now = new Map<string, readonly Value[]>(
      one.record.says.map(({ name, values }) => [name, values.map(keepableValue)]),
    )
    for (const [name, old] of said) if (!isSaid(old, now.get(name) ?? [])) ended.push(...old.map(({ id }) => id))
    return one.record.says
      .filter(({ name }) => !isSaid(said.get(name) ?? [], now.get(name) ?? []))
      .flatMap(({ name }) =>
        (now.get(name) ?? []).map((value, position) => ({
          id: unit.newId(),
          device_id: one.device,
          name,
          position,
          ...value,
          provenance_id: provenance,
          as_of: unit.now,
          is_pinned: 0 as const,
          said_at: unit.now,
        })),
      )
  })
  await inParts(ended, 1, (part) =>
    unit.tx.updateTable('specification').set({ ended_at: unit.now }).where('id', 'in', part).execute(),
  )
  await inParts(rows, 17, (part) => unit.tx.insertInto('specification').values(part).execute())
}

interface Before {
  id: Id
  value: Value
}

const isSaid = (old: readonly Before[], now: readonly Value[]): boolean =>
  old.length === now.length && old.every(({ value }, index) => isSameValue(value, now[index] ?? { raw: '' }))

/** A number that no column can hold stays words. */
function keepableValue(value: Value): Value {
  const isWhole = (number: number | undefined) => number === undefined || Number.isSafeInteger(number)
  if (isWhole(value.number) && isWhole(value.number2)) return value
  const { number: _, number2: __, ...rest } = value
  return { ...rest, words: value.raw }
}

/** By device and provenance, by specification; only devices that were there already have said something. */
async function saidBefore({ tx }: Unit, planned: readonly Planned[], provenances: ReadonlySet<Id>) {
  const known = planned.filter(({ is }) => is === 'changed').map(({ device }) => device)
  const said = new Map<string, Map<string, Before[]>>()
  await inParts(known, 1, async (part) => {
    const rows = await tx
      .selectFrom('specification')
      .select(['id', 'device_id', 'provenance_id', 'name', 'number', 'number2', 'words', 'label', 'raw'])
      .where('device_id', 'in', part)
      .where('ended_at', 'is', null)
      .where('variant_id', 'is', null)
      .orderBy('id')
      .execute()
    for (const row of rows) {
      if (!provenances.has(row.provenance_id)) continue
      const key = `${row.device_id} ${row.provenance_id}`
      const names = said.get(key) ?? new Map<string, Before[]>()
      names.set(row.name, [...(names.get(row.name) ?? []), { id: row.id, value: valueOf(row) }])
      said.set(key, names)
    }
  })
  return said
}
