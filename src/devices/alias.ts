import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { formOf } from './form.ts'
import type { AliasKind, MarketCode } from './tables.ts'

export type NewAlias = {
  kind: AliasKind
  words: string
  market?: MarketCode | undefined
  needsBrand?: boolean
} & ({ device: Id } | { family: Id } | { brand: Id })

/** Adds a name to what it names; one that is known already, however spelt, changes nothing. */
export async function keepAlias(unit: Unit, { kind, words, market = '', needsBrand = false, ...named }: NewAlias) {
  const target = {
    device_id: 'device' in named ? named.device : null,
    family_id: 'family' in named ? named.family : null,
    brand_id: 'brand' in named ? named.brand : null,
  }
  const form = formOf(words)
  const known = await unit.tx
    .selectFrom('device_alias')
    .select(['id', 'kind'])
    .where('form', '=', form)
    .where('market', '=', market)
    .where((row) =>
      row.and(Object.entries(target).map(([column, id]) => row(column as 'device_id', id === null ? 'is' : '=', id))),
    ) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the three columns of `target`
    .executeTakeFirst()
  if (known) return
  await unit.tx
    .insertInto('device_alias')
    .values({ id: unit.newId(), kind, words: words.trim(), form, market, needs_brand: needsBrand ? 1 : 0, ...target })
    .execute()
}
