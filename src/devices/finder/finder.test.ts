import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import {
  addDevice,
  deviceSubject,
  keepAlias,
  keepHomeMarkets,
  keepObservations,
  type Facet,
  type FinderWish,
  keepProvenance,
  openFinder,
  readValue,
  type SpecificationName,
  sayOf,
} from '#devices'
import { changeOrganisation, findOrganisation, keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import { fillCatalogue, seeded } from '#test/catalogue.ts'
import { openNewsroom } from '#test/newsroom.ts'

type Facts = Partial<Record<SpecificationName, string>>

async function openCatalogue(test: TestContext) {
  const { gawai, clock } = await openNewsroom(test)
  const add = (brandName: string, name: string, facts: Facts = {}, released?: string) =>
    gawai.write(async (unit) => {
      const brand = {
        name: brandName,
        id: await keepOrganisation(unit, { name: brandName, kind: 'company', isBrand: true }),
      }
      const device = await addDevice(unit, { brand, name, category: 'phone', released })
      const provenance = await keepProvenance(unit, { kind: 'maker', name: brandName })
      for (const [fact, raw] of Object.entries(facts))
        await sayOf(unit, {
          device,
          name: fact as SpecificationName,
          values: [readValue(fact as SpecificationName, raw) ?? { raw }],
          provenance,
        })
      return device
    })
  const find = async (
    wish: Partial<Omit<FinderWish, 'filters'>> & { filters?: Partial<Record<Facet, string[]>> } = {},
  ) => {
    const { filters = {}, ...rest } = wish
    const index = await gawai.use(openFinder).index(gawai)
    return index.find({
      order: 'newest',
      skip: 0,
      limit: 100,
      ...rest,
      filters: new Map(Object.entries(filters) as [Facet, string[]][]),
    })
  }
  return { gawai, clock, add, find }
}

describe('the finder', () => {
  it('finds by any of the values of one facet and by every facet that is asked', async (test) => {
    const { add, find } = await openCatalogue(test)
    const one = await add('Lentera', 'L1', { battery: '4100 mAh', has_nfc: 'yes' })
    const two = await add('Lentera', 'L2', { battery: '5200 mAh', has_nfc: 'no' })
    const three = await add('Rimba', 'S', { battery: '3000 mAh', has_nfc: 'yes', chipset: 'Andalas 600' })
    const ids = async (filters: Partial<Record<Facet, string[]>>) => new Set((await find({ filters })).ids)
    assert.deepEqual(await ids({}), new Set([one, two, three]))
    assert.deepEqual(await ids({ battery: ['4000'] }), new Set([one, two]))
    assert.deepEqual(await ids({ has_nfc: ['1'], battery: ['4000'] }), new Set([one]))
    assert.deepEqual(await ids({ brand: ['lentera', 'rimba'], has_nfc: ['1'] }), new Set([one, three]))
    assert.deepEqual(await ids({ chipset: ['andalas-600'] }), new Set([three]))
    assert.deepEqual(await ids({ brand: ['nobody'] }), new Set())
  })

  it('counts each value as if nothing were asked of its own facet', async (test) => {
    const { add, find } = await openCatalogue(test)
    await add('Lentera', 'L1', { has_nfc: 'yes' })
    await add('Lentera', 'L2', { has_nfc: 'no' })
    await add('Rimba', 'S', { has_nfc: 'yes' })
    const { counts, total, without } = await find({ filters: { brand: ['rimba'], has_nfc: ['1'] } })
    assert.equal(total, 1)
    assert.deepEqual(
      counts.get('brand'),
      new Map([
        ['rimba', 1],
        ['lentera', 1],
      ]),
    )
    assert.deepEqual([...(counts.get('has_nfc') ?? [])], [['1', 1]])
    assert.deepEqual(
      [...without],
      [
        ['brand', 1],
        ['has_nfc', 0],
      ],
    )
  })

  it('finds by the beginnings of words of any name, the brand’s among them', async (test) => {
    const { gawai, add, find } = await openCatalogue(test)
    const note = await add('Rimba', 'Note 5 Pro')
    await add('Rimba', 'Note 4')
    await gawai.write(async (unit) => {
      await keepAlias(unit, { kind: 'market', words: 'Daun AI', device: note, market: 'IN' })
      unit.drop(deviceSubject(note))
    })
    for (const words of ['rimba note 5', 'PRO rimb', 'daun', 'rimba daun ai'])
      assert.deepEqual((await find({ words })).ids, [note], words)
    for (const words of ['ote', 'lentera note', 'note 6']) assert.deepEqual((await find({ words })).ids, [], words)
  })

  it('orders by what is known, and puts last what is not', async (test) => {
    const { add, find } = await openCatalogue(test)
    const old = await add('Lentera', 'L10', { battery: '3000 mAh', weight: '150 g' }, '2019-05')
    const young = await add('Lentera', 'L9', { battery: '4000 mAh', weight: '200 g' }, '2024')
    const unknown = await add('Lentera', 'A')
    const ids = async (order: FinderWish['order']) => (await find({ order })).ids
    assert.deepEqual(await ids('newest'), [young, old, unknown])
    assert.deepEqual(await ids('name'), [unknown, young, old])
    assert.deepEqual(await ids('battery'), [young, old, unknown])
    assert.deepEqual(await ids('weight'), [old, young, unknown])
    assert.deepEqual((await find({ skip: 1, limit: 1 })).ids, [old])
  })

  it('knows at once what was written: another value, another name of the brand, a device that became another', async (test) => {
    const { gawai, add, find } = await openCatalogue(test)
    const device = await add('Lentera', 'L1', { battery: '3000 mAh' })
    const other = await add('Lentera', 'L2', { battery: '5000 mAh' })
    assert.deepEqual((await find({ filters: { battery: ['4000'] } })).ids, [other])
    await gawai.write(async (unit) => {
      const provenance = await keepProvenance(unit, { kind: 'maker', name: 'Lentera' })
      await sayOf(unit, { device, name: 'battery', values: [{ number: 4500, raw: '4500' }], provenance })
    })
    assert.deepEqual((await find({ filters: { battery: ['4000'] }, order: 'battery' })).ids, [other, device])
    const { id } = await gawai.db
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', 'lentera')
      .executeTakeFirstOrThrow()
    const lentera = await findOrganisation(gawai, id)
    await gawai.write((unit) =>
      changeOrganisation(unit, { ...lentera, organisation: id, by: undefined, name: 'Lenteraku' }),
    )
    assert.equal((await find({ words: 'lenteraku' })).total, 2)
    await gawai.write(async (unit) => {
      await unit.tx.updateTable('device').set({ merged_into: other }).where('id', '=', device).execute()
      unit.drop(deviceSubject(device))
    })
    assert.deepEqual((await find()).ids, [other])
  })

  it('goes by what counts of what several say, and by any of the variants', async (test) => {
    const { gawai, add, find } = await openCatalogue(test)
    const device = await add('Lentera', 'L1', { battery: '4500 mAh', ram: '4 GB' })
    await gawai.write(async (unit) => {
      const provenance = await keepProvenance(unit, { kind: 'dataset', name: 'List' })
      await sayOf(unit, { device, name: 'battery', values: [{ number: 6100, raw: '6100' }], provenance })
      const variant = unit.newId()
      const none = { carrier_id: null, storage_type: null, colour: null, sim: null, gtin: null }
      await unit.tx
        .insertInto('variant')
        .values({ id: variant, device_id: device, name: '', market: '', ram_mb: 6144, storage_mb: 65_536, ...none })
        .execute()
      await sayOf(unit, { device, variant, name: 'ram', values: [{ number: 8192, raw: '8 GB' }], provenance })
    })
    const { counts } = await find()
    assert.deepEqual([...(counts.get('battery')?.keys() ?? [])], ['2000', '3000', '4000'])
    assert.deepEqual([...(counts.get('ram')?.keys() ?? [])], ['1', '2', '3', '4', '6', '8'])
    assert.deepEqual(
      [...(counts.get('storage')?.keys() ?? [])].toSorted((one, other) => Number(one) - Number(other)),
      ['16', '32', '64'],
    )
  })

  it('finds by the lowest price that was asked lately in a market', async (test) => {
    const { gawai, clock, add, find } = await openCatalogue(test)
    const [cheap, dear] = [await add('Lentera', 'L1'), await add('Lentera', 'L2')]
    const day = 86_400_000
    await gawai.write(async (unit) => {
      const shop = await keepOrganisation(unit, { name: 'Toko', kind: 'shop' })
      const provenance = await keepProvenance(unit, { kind: 'retailer', name: 'Toko' })
      await keepHomeMarkets(unit)
      const asks = (device: Id, amount: number) => ({
        offer: { device, shop, market: 'ID', currency: 'IDR' },
        seen: [{ at: unit.now, amount, stock: null, provenance }],
      })
      await keepObservations(unit, [asks(cheap, 100), asks(dear, 300)])
    })
    assert.deepEqual((await find({ price: { market: 'ID', to: 200 } })).ids, [cheap])
    assert.deepEqual((await find({ price: { market: 'MY', to: 200 } })).ids, [])
    assert.deepEqual((await find({ order: 'price', market: 'ID' })).ids, [cheap, dear])
    clock.move(15 * day)
    assert.deepEqual((await find({ price: { market: 'ID', to: 1000 } })).ids, [])
  })

  it('answers as a plain look at every device does', async (test) => {
    const { gawai, find } = await openCatalogue(test)
    await gawai.write((unit) => fillCatalogue(unit, { devices: 300 }))
    const everything = (await find({ limit: 1000 })).counts
    const values = [...everything].flatMap(([facet, counts]) =>
      [...counts.keys()].map((key): [Facet, string] => [facet, key]),
    )
    const holders = new Map<string, Set<Id>>()
    for (const [facet, key] of values)
      holders.set(`${facet} ${key}`, new Set((await find({ filters: { [facet]: [key] }, limit: 1000 })).ids))
    for (const [facet, key] of values)
      assert.equal(everything.get(facet)?.get(key), holders.get(`${facet} ${key}`)?.size)
    const random = seeded(7)
    for (let round = 0; round < 50; round += 1) {
      const wanted = Array.from(
        { length: 3 },
        () => values[Math.floor(random() * values.length)] ?? (['brand', ''] as [Facet, string]),
      )
      const filters = Object.fromEntries(
        Map.groupBy(wanted, ([facet]) => facet)
          .entries()
          .map(([facet, all]) => [facet, all.map(([, key]) => key)]),
      )
      const sets = Object.entries(filters).map(([facet, keys]) =>
        keys.map((key) => holders.get(`${facet} ${key}`) ?? new Set<Id>()).reduce((one, other) => one.union(other)),
      )
      const meets = sets.reduce((one, other) => one.intersection(other))
      assert.deepEqual(new Set((await find({ filters, limit: 1000 })).ids), meets)
    }
  })
})
