import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  checkBands,
  compareDevices,
  deviceLines,
  keepCarrierBands,
  keepHomeMarkets,
  keepObservations,
  keepProvenance,
  openFinder,
  specificationNames,
} from '#devices'
import { keepOrganisation } from '#organisations'
import { fillCatalogue } from '#test/catalogue.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { adapters } from './open.ts'

for (const { name, skip, url } of adapters)
  describe(`the finder on ${name}`, { skip }, () => {
    it('reads devices, prices and bands, follows what is written, and answers the same numbers', async (test) => {
      const { gawai, get } = await openNewsroom(test, await url())
      const devices = await gawai.write((unit) => fillCatalogue(unit, { devices: 30 }))
      const [first = { id: 0, slug: '' }, second = { id: 0, slug: '' }] = devices
      const find = async (wish = {}) =>
        (await gawai.use(openFinder).index(gawai)).find({
          filters: new Map(),
          order: 'newest',
          skip: 0,
          limit: 100,
          ...wish,
        })
      assert.equal((await find()).total, 30)
      await gawai.write(async (unit) => {
        await keepHomeMarkets(unit)
        const shop = await keepOrganisation(unit, { name: 'Toko', kind: 'shop' })
        const carrier = await keepOrganisation(unit, { name: 'Sinyal', kind: 'carrier' })
        const provenance = await keepProvenance(unit, { kind: 'retailer', name: 'Toko' })
        const offer = { device: first.id, shop, market: 'ID', currency: 'IDR' }
        await keepObservations(unit, [{ offer, seen: [{ at: unit.now, amount: 500, stock: null, provenance }] }])
        const bands = [{ radio: 'lte' as const, band: 3, isCore: true }]
        await keepCarrierBands(unit, { carrier, market: 'ID', bands, provenance })
      })
      assert.deepEqual((await find({ price: { market: 'ID', from: 500, to: 500 } })).ids, [first.id])
      assert.equal((await find({ order: 'price', market: 'ID' })).ids[0], first.id)
      const [line] = await deviceLines(gawai, [first.id], { market: 'ID', names: specificationNames })
      assert.equal(line?.price?.amount, 500)
      const [verdict] = await checkBands(gawai, line?.specifications ?? new Map(), 'ID')
      assert.ok(verdict?.verdict === 'good' || verdict?.verdict === 'unknown')
      const comparison = await compareDevices(gawai, [second.id, first.id], { priced: 'ID', carriers: 'ID' })
      assert.deepEqual(
        comparison.devices.map(({ id }) => id),
        [second.id, first.id],
      )
      assert.equal(comparison.sources[0]?.licence, 'CC BY-SA 4.0')
      assert.match((await get(`/gawai/bandingkan/?g=${first.slug}&g=${second.slug}`)).text, /<table>/)
      assert.match((await get('/gawai/')).text, /30 gawai/)
    })
  })
