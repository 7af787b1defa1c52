import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { formOf } from './form.ts'
import { deviceSubject, devicesSubject } from './subjects.ts'
import type { AliasKind, MarketCode } from './tables.ts'

export type NewAlias = {
  kind: AliasKind
  words: string
  market?: MarketCode | undefined
  needsBrand?: boolean
} & ({ device: Id } | { family: Id } | { brand: Id })

/**
 * Adds a name to what it names; one that is known already, however spelt, changes nothing.
 *
 * @returns its id, if it was added
 */
export async function keepAlias(
  unit: Unit,
  { kind, words, market = '', needsBrand = false, ...named }: NewAlias,
): Promise<Id | undefined> {
  const target = {
    device_id: 'device' in named ? named.device : null,
    family_id: 'family' in named ? named.family : null,
    brand_id: 'brand' in named ? named.brand : null,
  }
  const form = formOf(words)
  const known = await unit.tx
    .selectFrom('device_alias')
    .select('id')
    .where('form', '=', form)
    .where('market', '=', market)
    .$if('device' in named, (query) => query.where('device_id', '=', target.device_id))
    .$if('family' in named, (query) => query.where('family_id', '=', target.family_id))
    .$if('brand' in named, (query) => query.where('brand_id', '=', target.brand_id))
    .executeTakeFirst()
  if (known) return undefined
  const id = unit.newId()
  await unit.tx
    .insertInto('device_alias')
    .values({ id, kind, words: words.trim(), form, market, needs_brand: needsBrand ? 1 : 0, ...target })
    .execute()
  // Names are found in articles by what is kept of them in memory.
  unit.drop('device' in named ? deviceSubject(named.device) : devicesSubject)
  return id
}
