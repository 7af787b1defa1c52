import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { moveBack, movedSchema, moveKept } from './moved-rows.ts'
import { recountPrices } from './prices/recount-prices.ts'
import { deviceSubject, devicesSubject } from './subjects.ts'
import './tables.ts'

/** What is needed to make a device itself again. */
export const mergedDevicesSchema = z.object({
  from: z.number(),
  into: z.number(),
  /** Devices that had become this one before. */
  absorbed: z.array(z.number()),
  /** Addresses that had been this one's before. */
  slugs: z.array(z.string()),
  /** Devices that came after it. */
  successors: z.array(z.number()),
  moved: movedSchema,
})
export type MergedDevices = z.infer<typeof mergedDevicesSchema>

/**
 * Makes one device another: its names, codes, variants, offers, articles and what is said of it follow, and its addresses lead
 * there. What both have in the same words stays where it was. Where their sources differ, the page shows it as ever.
 *
 * @returns what `splitDevices` needs
 * @throws Conflict when both are one
 * @throws NotFound when one of them is not there any more
 */
export async function mergeDevices(unit: Unit, { from, into }: { from: Id; into: Id }): Promise<MergedDevices> {
  if (from === into)
    throw new Conflict('A device cannot be merged into itself: choose another', { key: 'refusedDevice.itself' })
  await mustStand(unit, from)
  await mustStand(unit, into)
  const moved = await moveKept(unit, from, into)
  const { tx } = unit
  const absorbed = await tx
    .updateTable('device')
    .set({ merged_into: into })
    .where('merged_into', '=', from)
    .returning('id')
    .execute()
  const successors = await tx
    .updateTable('device')
    .set({ predecessor_id: into })
    .where('predecessor_id', '=', from)
    .where('id', '!=', into)
    .returning('id')
    .execute()
  const slugs = await tx
    .updateTable('former_device_slug')
    .set({ device_id: into })
    .where('device_id', '=', from)
    .returning('slug')
    .execute()
  await tx.updateTable('device').set({ merged_into: into }).where('id', '=', from).execute()
  await changed(unit, from, into)
  return {
    from,
    into,
    absorbed: absorbed.map(({ id }) => id),
    slugs: slugs.map(({ slug }) => slug),
    successors: successors.map(({ id }) => id),
    moved,
  }
}

/** The inverse. @throws Conflict when it became another one in the meantime */
export async function splitDevices(unit: Unit, { from, into, moved, ...before }: MergedDevices): Promise<void> {
  const { tx } = unit
  const given = await tx
    .updateTable('device')
    .set({ merged_into: null })
    .where('id', '=', from)
    .where('merged_into', '=', into)
    .returning('id')
    .execute()
  if (given.length === 0)
    throw new Conflict('Something of it was changed in the meantime, so it cannot be taken back', {
      key: 'refusedDevice.changedMeanwhile',
    })
  const { absorbed, successors, slugs } = before
  if (absorbed.length > 0)
    await tx.updateTable('device').set({ merged_into: from }).where('id', 'in', absorbed).execute()
  if (successors.length > 0)
    await tx.updateTable('device').set({ predecessor_id: from }).where('id', 'in', successors).execute()
  if (slugs.length > 0)
    await tx.updateTable('former_device_slug').set({ device_id: from }).where('slug', 'in', slugs).execute()
  await moveBack(unit, from, into, moved)
  await changed(unit, from, into)
}

async function changed(unit: Unit, ...devices: Id[]): Promise<void> {
  await unit.tx.updateTable('device').set({ changed_at: unit.now }).where('id', 'in', devices).execute()
  for (const device of devices) await recountPrices(unit, device)
  unit.drop(...devices.map(deviceSubject), devicesSubject)
}

async function mustStand({ tx }: Unit, id: Id): Promise<void> {
  const row = await tx
    .selectFrom('device')
    .select('id')
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound('One of these devices is not there any more', { key: 'refusedDevice.oneGone' })
}
