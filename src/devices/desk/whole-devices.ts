import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type MergedDevices, mergeDevices, splitDevices } from '../merging.ts'
import { type ByEditor, deviceObject } from './by-editor.ts'

/** Writes down who added a device. */
export const recordAdded = (
  unit: Unit,
  { device, name, by }: { device: Id; name: string; by: ByEditor },
): Promise<void> =>
  record(unit, { by: by.account, action: 'device.added', object: deviceObject(device), details: { name } })

/** `mergeDevices` in an editor's name. */
export async function mergeInNewsroom(
  unit: Unit,
  { from, into, by }: { from: Id; into: Id; by: ByEditor },
): Promise<MergedDevices> {
  const merge = await mergeDevices(unit, { from, into })
  await record(unit, { by: by.account, action: 'device.merged', object: deviceObject(into), details: { from } })
  return merge
}

/** `splitDevices` in an editor's name. */
export async function splitInNewsroom(
  unit: Unit,
  { merge, by }: { merge: MergedDevices; by: ByEditor },
): Promise<void> {
  await splitDevices(unit, merge)
  const { from, into } = merge
  await record(unit, { by: by.account, action: 'device.split', object: deviceObject(into), details: { from } })
}
