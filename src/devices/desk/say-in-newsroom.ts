import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { isSpecification, type SpecificationName } from '../specifications/registry.ts'
import type { Saying } from '../specifications/resolve.ts'
import { sayOf } from '../specifications/say.ts'
import { sayingsOf } from '../specifications/sayings.ts'
import { type ByEditor, deviceObject } from './by-editor.ts'
import { deskDevice } from './desk-device.ts'

const value = z.object({
  number: z.number().optional(),
  number2: z.number().optional(),
  words: z.string().optional(),
  label: z.string().optional(),
  raw: z.string(),
})

/** What sources are to say of specifications for all variants. */
export const saidSchema = z.object({
  device: z.number(),
  sayings: z.array(
    z.object({
      name: z.custom<SpecificationName>((word) => typeof word === 'string' && isSpecification(word)),
      provenance: z.number(),
      values: z.array(value),
      isPinned: z.boolean(),
    }),
  ),
})
export type SaidInNewsroom = z.infer<typeof saidSchema>
type OneSaid = SaidInNewsroom['sayings'][number]

/**
 * Writes down in an editor's name what sources say; what they said before stays in the history.
 *
 * @returns what takes it back
 */
export async function sayInNewsroom(
  unit: Unit,
  { device, sayings, by }: SaidInNewsroom & { by: ByEditor },
): Promise<SaidInNewsroom> {
  await deskDevice({ db: unit.tx }, device)
  const before = await sayingsOf({ db: unit.tx }, device)
  for (const saying of sayings) await sayOf(unit, { ...plainly(saying), device, by: by.person })
  await recorded(unit, { device, action: 'device.said', sayings, by })
  return { device, sayings: sayings.map((saying) => asBefore(before, saying)) }
}

/**
 * Pins what one source says, so that it counts whatever others say.
 *
 * @param provenance undefined takes every pin of the specification out: it is settled by who says it again
 * @returns what takes it back
 */
export async function pinSource(
  unit: Unit,
  { device, name, provenance, by }: { device: Id; name: SpecificationName; provenance: Id | undefined; by: ByEditor },
): Promise<SaidInNewsroom> {
  await deskDevice({ db: unit.tx }, device)
  const before = (await sayingsOf({ db: unit.tx }, device)).filter((one) => isPlain(one) && one.name === name)
  const changed = before.filter((one) => one.isPinned !== (one.provenance.id === provenance))
  for (const one of changed)
    await sayOf(unit, {
      device,
      name,
      values: one.values,
      provenance: one.provenance.id,
      isPinned: one.provenance.id === provenance,
      by: by.person,
    })
  const action = provenance === undefined ? 'device.unpinned' : 'device.pinned'
  const sayings = changed.map(({ values, isPinned, provenance: from }) => ({
    name,
    provenance: from.id,
    values,
    isPinned,
  }))
  await recorded(unit, { device, action, sayings: [{ name }], by })
  return { device, sayings }
}

const isPlain = ({ variant }: Saying): boolean => variant === undefined

function asBefore(before: readonly Saying[], { name, provenance }: OneSaid): OneSaid {
  const said = before.find((one) => isPlain(one) && one.name === name && one.provenance.id === provenance)
  return { name, provenance, values: said?.values ?? [], isPinned: said?.isPinned ?? false }
}

/** What is not there is left out, rather than undefined. */
const plainly = ({ values, ...saying }: OneSaid) => ({
  ...saying,
  values: values.map(({ raw, number, number2, words, label }) => ({
    raw,
    ...(number !== undefined && { number }),
    ...(number2 !== undefined && { number2 }),
    ...(words !== undefined && { words }),
    ...(label !== undefined && { label }),
  })),
})

interface Recorded {
  device: Id
  action: string
  sayings: readonly { name: SpecificationName }[]
  by: ByEditor
}

const recorded = (unit: Unit, { device, action, sayings, by }: Recorded): Promise<void> => {
  const specifications = [...new Set(sayings.map(({ name }) => name))].join(' ')
  return record(unit, { by: by.account, action, object: deviceObject(device), details: { specifications } })
}
