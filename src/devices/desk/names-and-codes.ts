import { z } from 'zod'
import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict, Invalid, NotFound } from '#platform/refusals.ts'
import { keepAlias } from '../alias.ts'
import { codeForm, formOf } from '../form.ts'
import { keepModelCode } from '../model-code.ts'
import { deviceSubject } from '../subjects.ts'
import type { AliasKind, MarketCode } from '../tables.ts'
import { type ByEditor, deviceObject } from './by-editor.ts'

const flag = z.union([z.literal(0), z.literal(1)])

/** A name as it was taken out. */
export const aliasRowSchema = z.object({
  id: z.number(),
  kind: z.enum(['official', 'market', 'nick', 'codename', 'typo']),
  words: z.string(),
  form: z.string(),
  device_id: z.number(),
  market: z.string(),
  needs_brand: flag,
})
export type AliasRow = z.infer<typeof aliasRowSchema>

/** A code as it was taken out. */
export const codeRowSchema = z.object({
  id: z.number(),
  code: z.string(),
  form: z.string(),
  device_id: z.number(),
  variant_id: z.number().nullable(),
  market: z.string(),
  provenance_id: z.number(),
  said_at: z.number().nullable(),
})
export type CodeRow = z.infer<typeof codeRowSchema>

interface Changing {
  device: Id
  by: ByEditor
}

/** @returns the name's id @throws Conflict when the device has it already @throws Invalid for one without a letter */
export async function addName(
  unit: Unit,
  { device, by, ...named }: Changing & { kind: AliasKind; words: string; market: MarketCode },
): Promise<Id> {
  if (formOf(named.words) === '')
    throw new Invalid(`"${named.words}" cannot be a device's name: it holds no letter or digit`, {
      key: 'refusedDevice.noLetter',
      values: { name: named.words },
    })
  const id = await keepAlias(unit, { device, ...named })
  if (id === undefined) throw known(named.words)
  await recorded(unit, { device, by }, { action: 'device.named', words: named.words })
  return id
}

/** @returns what puts it back @throws NotFound */
export async function removeName(unit: Unit, { device, by, name }: Changing & { name: Id }): Promise<AliasRow> {
  const row = await unit.tx
    .deleteFrom('device_alias')
    .where('id', '=', name)
    .where('device_id', '=', device)
    // By its official one it is found, named and told from others.
    .where('kind', '!=', 'official')
    .returning(['id', 'kind', 'words', 'form', 'market', 'needs_brand'])
    .executeTakeFirst()
  if (!row) throw gone()
  unit.drop(deviceSubject(device))
  await recorded(unit, { device, by }, { action: 'device.unnamed', words: row.words })
  return { ...row, device_id: device }
}

/** The inverse of `removeName`. */
export async function putNameBack(unit: Unit, { row, by }: { row: AliasRow; by: ByEditor }): Promise<void> {
  await unit.tx
    .insertInto('device_alias')
    .values({ ...row, family_id: null, brand_id: null })
    .execute()
  unit.drop(deviceSubject(row.device_id))
  await recorded(unit, { device: row.device_id, by }, { action: 'device.named', words: row.words })
}

/** @returns the code's id @throws Conflict when the device has it in that market already */
export async function addCode(
  unit: Unit,
  { device, by, ...said }: Changing & { code: string; market: MarketCode; provenance: Id },
): Promise<Id> {
  if ((await codeOf(unit, device, said)) !== undefined) throw known(said.code)
  await keepModelCode(unit, { device, ...said })
  unit.drop(deviceSubject(device))
  await recorded(unit, { device, by }, { action: 'device.coded', words: said.code })
  const row = await codeOf(unit, device, said)
  if (!row) throw gone()
  return row.id
}

const codeOf = ({ tx }: Unit, device: Id, { code, market }: { code: string; market: MarketCode }) =>
  tx
    .selectFrom('model_code')
    .select('id')
    .where('device_id', '=', device)
    .where('form', '=', codeForm(code))
    .where('market', '=', market)
    .executeTakeFirst()

/** @returns what puts it back @throws NotFound */
export async function removeCode(unit: Unit, { device, by, code }: Changing & { code: Id }): Promise<CodeRow> {
  const row = await unit.tx
    .deleteFrom('model_code')
    .where('id', '=', code)
    .where('device_id', '=', device)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw gone()
  unit.drop(deviceSubject(device))
  await recorded(unit, { device, by }, { action: 'device.uncoded', words: row.code })
  return row
}

/** The inverse of `removeCode`. */
export async function putCodeBack(unit: Unit, { row, by }: { row: CodeRow; by: ByEditor }): Promise<void> {
  await unit.tx.insertInto('model_code').values(row).execute()
  unit.drop(deviceSubject(row.device_id))
  await recorded(unit, { device: row.device_id, by }, { action: 'device.coded', words: row.code })
}

const recorded = (
  unit: Unit,
  { device, by }: Changing,
  { action, words }: { action: string; words: string },
): Promise<void> => record(unit, { by: by.account, action, object: deviceObject(device), details: { words } })

const known = (words: string) =>
  new Conflict(`The device has "${words}" already`, { key: 'refusedDeviceDesk.known', values: { words } })
const gone = () => new NotFound('The device does not have this any more', { key: 'refusedDeviceDesk.notThere' })
