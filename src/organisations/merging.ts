import { z } from 'zod'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Flag, Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import './organisation.ts'
import { brandsSubject } from './subjects.ts'

const mergedOf = compileOnce<{ id: Id }>()((db, blank) =>
  db.selectFrom('organisation').select('merged_into').where('id', '=', blank.id),
)

/** What each of these organisations became: itself for one that stands alone. */
export async function standingAmong(db: Gawai['db'], organisations: readonly Id[]): Promise<Map<Id, Id>> {
  const standing = new Map<Id, Id>()
  for (const id of new Set(organisations)) standing.set(id, (await mergedOf(db, { id }))[0]?.merged_into ?? id)
  return standing
}

/** The same inside a write: revisions are not rewritten when organisations are merged. */
export const standingFor = (unit: Unit, organisations: readonly Id[]): Promise<Map<Id, Id>> =>
  standingAmong(unit.tx, organisations)

/** What is needed to make an organisation itself again. */
export const mergedSchema = z.object({
  from: z.number(),
  into: z.number(),
  isBrand: z.boolean(),
  /** Whether the one that stayed became a brand by it. */
  madeBrand: z.boolean(),
  /** Organisations that had become this one before. */
  absorbed: z.array(z.number()),
})
export type Merged = z.infer<typeof mergedSchema>

/**
 * Makes one organisation another: whoever says its name or asks for its page means that one from now on.
 *
 * @throws NotFound when one of them is not there any more
 */
export async function becomeOne(unit: Unit, { from, into }: { from: Id; into: Id }): Promise<Merged> {
  if (from === into)
    throw new Conflict('An organisation cannot be merged into itself: choose another', {
      key: 'refusedOrganisation.itself',
    })
  const [own, other] = [await standing(unit, from), await standing(unit, into)]
  const absorbed = await unit.tx.selectFrom('organisation').select('id').where('merged_into', '=', from).execute()
  const madeBrand = own.is_brand === 1 && other.is_brand === 0
  await unit.tx.updateTable('organisation').set({ merged_into: into }).where('merged_into', '=', from).execute()
  await unit.tx.updateTable('organisation').set({ merged_into: into, is_brand: 0 }).where('id', '=', from).execute()
  if (madeBrand) await setBrand(unit, into, 1)
  unit.drop(brandsSubject)
  return { from, into, isBrand: own.is_brand === 1, madeBrand, absorbed: absorbed.map(({ id }) => id) }
}

/** The inverse. @throws Conflict when it became another one in the meantime */
export async function becomeTwo(unit: Unit, { from, into, isBrand, madeBrand, absorbed }: Merged): Promise<void> {
  const given = await unit.tx
    .updateTable('organisation')
    .set({ merged_into: null, is_brand: isBrand ? 1 : 0 })
    .where('id', '=', from)
    .where('merged_into', '=', into)
    .returning('id')
    .execute()
  if (given.length === 0)
    throw new Conflict('Something of it was changed in the meantime, so it cannot be taken back', {
      key: 'refusedOrganisation.changedMeanwhile',
    })
  if (madeBrand) await setBrand(unit, into, 0)
  if (absorbed.length > 0)
    await unit.tx.updateTable('organisation').set({ merged_into: from }).where('id', 'in', absorbed).execute()
  unit.drop(brandsSubject)
}

async function setBrand({ tx }: Unit, id: Id, is_brand: Flag): Promise<void> {
  await tx.updateTable('organisation').set({ is_brand }).where('id', '=', id).execute()
}

async function standing({ tx }: Unit, id: Id): Promise<{ is_brand: Flag }> {
  const row = await tx
    .selectFrom('organisation')
    .select('is_brand')
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!row)
    throw new NotFound('One of these organisations is not there any more', { key: 'refusedOrganisation.oneGone' })
  return row
}
