import type { Unit } from '#platform/database/unit.ts'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import { codeForm, formOf } from '../form.ts'
import { freeSlugs } from './free-slugs.ts'
import { inParts } from './in-parts.ts'
import { aliasKey, type KnownDevices } from './known-devices.ts'
import { type Planned, wantedSlug } from './planned.ts'

const firstDay = (date: string | undefined) => (date === undefined ? null : (readFuzzyDate(date)?.from ?? null))

export async function addDevices(unit: Unit, added: readonly Planned[]): Promise<void> {
  if (added.length === 0) return
  const slugs = await freeSlugs(unit, added.map(wantedSlug))
  const rows = added.map(({ record, brand, device, family }, index) => ({
    id: device,
    brand_id: brand.id,
    ...(family !== null && { family_id: family }),
    slug: slugs[index] ?? '',
    name: record.name.trim(),
    category: record.category ?? ('other' as const),
    status: record.released === undefined ? ('announced' as const) : ('released' as const),
    is_status_pinned: 0 as const,
    ...(record.announced !== undefined && { announced: record.announced }),
    ...(record.released !== undefined && { released: record.released, released_from: firstDay(record.released) }),
    outside: '{}',
    made_at: unit.now,
    changed_at: unit.now,
  }))
  await inParts(rows, 17, (part) => unit.tx.insertInto('device').values(part).execute())
}

/** What a known device lacks and a record knows is filled in; what is there stays. */
export async function fillIn(unit: Unit, changed: readonly Planned[], known: KnownDevices): Promise<void> {
  for (const { record, device, family } of changed) {
    const now = known.devices.get(device)
    const isLater = now?.released === null && record.released !== undefined
    await unit.tx
      .updateTable('device')
      .set({
        changed_at: unit.now,
        ...(now?.family_id === null && family !== null && { family_id: family }),
        ...(now?.category === 'other' && record.category !== undefined && { category: record.category }),
        ...(now?.announced === null && record.announced !== undefined && { announced: record.announced }),
        ...(isLater && { released: record.released, released_from: firstDay(record.released) }),
      })
      .where('id', '=', device)
      .execute()
  }
}

/** The names of each device: its own first where it is new, then what else it is called. */
export async function addNames(unit: Unit, planned: readonly Planned[], known: KnownDevices): Promise<void> {
  const rows = planned.flatMap(({ record, device, is }) => {
    const official = is === 'added' ? [{ kind: 'official' as const, words: record.name }] : []
    return [...official, ...record.names].flatMap((name) => {
      const { kind, words, market = '', needsBrand = false } = { market: undefined, needsBrand: undefined, ...name }
      const key = aliasKey(device, words, market)
      if (known.aliases.has(key) || formOf(words) === '') return []
      known.aliases.add(key)
      const needs_brand = needsBrand ? (1 as const) : (0 as const)
      return [
        { id: unit.newId(), kind, words: words.trim(), form: formOf(words), market, needs_brand, device_id: device },
      ]
    })
  })
  await inParts(rows, 9, (part) => unit.tx.insertInto('device_alias').values(part).execute())
}

/** @param variants of the codes that have one, by device and code */
export async function addCodes(
  unit: Unit,
  planned: readonly Planned[],
  { provenances, variants }: { provenances: ReadonlyMap<Planned, number>; variants: ReadonlyMap<string, number> },
): Promise<void> {
  const rows = planned.flatMap((one) =>
    one.record.codes.flatMap(({ code, market = '' }) => {
      const provenance = provenances.get(one)
      if (provenance === undefined || codeForm(code) === '') return []
      const variant = variants.get(`${one.device} ${codeForm(code)}`)
      return {
        id: unit.newId(),
        code: code.trim(),
        form: codeForm(code),
        device_id: one.device,
        ...(variant !== undefined && { variant_id: variant }),
        market,
        provenance_id: provenance,
      }
    }),
  )
  await inParts(rows, 7, (part) =>
    unit.tx
      .insertInto('model_code')
      .values(part)
      .onConflict((conflict) => conflict.columns(['form', 'device_id', 'market']).doNothing())
      .execute(),
  )
}
