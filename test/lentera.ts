import {
  addDevice,
  keepAlias,
  keepMarket,
  keepModelCode,
  keepProvenance,
  readValue,
  sayAvailability,
  sayOf,
  type SpecificationName,
} from '#devices'
import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'

/** A maker with three devices of one family, of which one is known well; two sources differ on its battery. */
export async function keepLentera(unit: Unit) {
  const brand = {
    id: await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true }),
    name: 'Lentera',
  }
  const family = unit.newId()
  await unit.tx.insertInto('device_family').values({ id: family, brand_id: brand.id, slug: 'l', name: 'L' }).execute()
  const wiki = await keepProvenance(unit, {
    kind: 'dataset',
    name: 'Wiki',
    url: 'https://wiki.example/',
    licence: 'CC BY-SA 3.0',
  })
  const maker = await keepProvenance(unit, { kind: 'maker', name: 'Lentera', url: 'https://lentera.example/l2' })
  const add = (name: string, more: Partial<Parameters<typeof addDevice>[1]>) =>
    addDevice(unit, { brand, name, category: 'phone', family, ...more })
  const l1 = await add('L1', { released: '2024-03' })
  const l2 = await add('L2', { released: '2025-05-02', datesFrom: maker })
  const l3 = await add('L3', { announced: '2026~' })
  await unit.tx.updateTable('device').set({ predecessor_id: l1 }).where('id', '=', l2).execute()
  await keepAlias(unit, { kind: 'codename', words: 'sumbu', device: l2 })
  await saySo(unit, l2, wiki, { display_size: '5.5', battery: '4000 mAh', has_nfc: 'yes', sensors: 'Gyroscope' })
  await saySo(unit, l2, maker, { battery: '4100 mAh' })
  await keepMarket(unit, { code: 'ID', currency: 'IDR' })
  await keepMarket(unit, { code: 'US', currency: 'USD' })
  await keepModelCode(unit, { code: 'L2-US/DS', device: l2, market: 'US', provenance: maker })
  await keepModelCode(unit, { code: 'L2X', device: l2, market: 'US', provenance: maker })
  await keepModelCode(unit, { code: 'L2X', device: l1, market: 'ID', provenance: wiki })
  await sayAvailability(unit, { device: l2, market: 'ID', status: 'on_sale', at: '2025-05', provenance: maker })
  return { brand: brand.id, wiki, maker, l1, l2, l3 }
}

/** Lets a source say values of a device, as it would write them. */
export async function saySo(unit: Unit, device: Id, provenance: Id, said: Partial<Record<SpecificationName, string>>) {
  for (const [name, raw] of Object.entries(said) as [SpecificationName, string][])
    await sayOf(unit, { device, name, values: [readValue(name, raw) ?? { raw }], provenance })
}
