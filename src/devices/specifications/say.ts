import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { deviceSubject, devicesSubject } from '../subjects.ts'
import '../tables.ts'
import type { SpecificationName } from './registry.ts'
import { isSameValue, type Value } from './value.ts'

export interface NewSaying {
  device: Id
  variant?: Id | undefined
  name: SpecificationName
  /** None takes back what this source said. */
  values: readonly Value[]
  provenance: Id
  isPinned?: boolean
  /** A person; undefined for a program. */
  by?: Id | undefined
}

/**
 * Keeps what a source says of a specification from now on. What the same source said before stays in the history; what it
 * said already changes nothing.
 *
 * @returns whether anything changed
 */
export async function sayOf(unit: Unit, { isPinned = false, ...saying }: NewSaying): Promise<boolean> {
  const before = await saidBefore(unit, saying)
  const isKnown =
    before.length === saying.values.length &&
    before.every((row, index) => isSameValue(valueOf(row), saying.values[index] ?? { raw: '' })) &&
    before.every((row) => row.is_pinned === (isPinned ? 1 : 0))
  if (isKnown) return false
  if (before.length > 0)
    await unit.tx
      .updateTable('specification')
      .set({ ended_at: unit.now, ended_by: saying.by ?? null })
      .where(
        'id',
        'in',
        before.map(({ id }) => id),
      )
      .execute()
  if (saying.values.length > 0) await add(unit, { isPinned, ...saying })
  await unit.tx.updateTable('device').set({ changed_at: unit.now }).where('id', '=', saying.device).execute()
  unit.drop(deviceSubject(saying.device), devicesSubject)
  return true
}

const saidBefore = ({ tx }: Unit, { device, variant, name, provenance }: NewSaying) =>
  tx
    .selectFrom('specification')
    .select(['id', 'number', 'number2', 'words', 'label', 'raw', 'is_pinned'])
    .where('device_id', '=', device)
    .where('ended_at', 'is', null)
    .where('variant_id', variant === undefined ? 'is' : '=', variant ?? null)
    .where('name', '=', name)
    .where('provenance_id', '=', provenance)
    .orderBy('position')
    .execute()

async function add(unit: Unit, { device, variant, name, values, provenance, isPinned, by }: NewSaying): Promise<void> {
  const rows = values.map((value, position) => ({
    id: unit.newId(),
    device_id: device,
    variant_id: variant ?? null,
    name,
    position,
    label: value.label ?? null,
    number: value.number ?? null,
    number2: value.number2 ?? null,
    words: value.words ?? null,
    raw: value.raw,
    provenance_id: provenance,
    as_of: unit.now,
    is_pinned: isPinned ? (1 as const) : (0 as const),
    said_by: by ?? null,
    said_at: unit.now,
    ended_at: null,
    ended_by: null,
  }))
  await unit.tx.insertInto('specification').values(rows).execute()
}

interface Kept {
  number: number | null
  number2: number | null
  words: string | null
  label: string | null
  raw: string
}

/** A value out of its row. */
export const valueOf = ({ number, number2, words, label, raw }: Kept): Value => ({
  raw,
  ...(number !== null && { number }),
  ...(number2 !== null && { number2 }),
  ...(words !== null && { words }),
  ...(label !== null && { label }),
})
