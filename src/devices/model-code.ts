import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { codeForm } from './form.ts'
import type { MarketCode } from './tables.ts'

export interface NewModelCode {
  code: string
  device: Id
  variant?: Id | undefined
  market?: MarketCode | undefined
  provenance: Id
}

/** Says that a device carries that code, also where another one does; what is known already changes nothing. */
export async function keepModelCode(unit: Unit, { code, device, variant, market = '', provenance }: NewModelCode) {
  await unit.tx
    .insertInto('model_code')
    .values({
      id: unit.newId(),
      code: code.trim(),
      form: codeForm(code),
      device_id: device,
      variant_id: variant ?? null,
      market,
      provenance_id: provenance,
      said_at: unit.now,
    })
    .onConflict((conflict) => conflict.columns(['form', 'device_id', 'market']).doNothing())
    .execute()
}
