import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addDevice,
  availabilityOfDevice,
  devicePrices,
  keepDemoPrices,
  keepObservations,
  keepProvenance,
  keepShop,
  priceDrops,
  sayAvailability,
} from '#devices'
import { keepOrganisation } from '#organisations'
import { confirm, ownSubscriptions } from '#people'
import { lettersIn, linkIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { adapters } from './open.ts'

const anHour = 3_600_000

for (const { name, skip, url } of adapters)
  describe(`the prices of devices on ${name}`, { skip }, () => {
    it('are kept, shown, compared with the month before, and told to who waits for them', async (test) => {
      const { gawai, clock, data, fetch } = await openNewsroom(test, await url())
      await gawai.jobs.start()
      test.after(() => gawai.jobs.stop())
      const follow = async () => {
        for (let round = 0; round < 3; round += 1) {
          await gawai.reactions.deliver()
          await gawai.jobs.settle()
        }
      }
      const device = await gawai.write(async (unit) => {
        const brand = {
          id: await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true }),
          name: 'Lentera',
        }
        return addDevice(unit, { brand, name: 'L2', category: 'phone', released: '2017' })
      })
      assert.equal(await keepDemoPrices(gawai), 6 * 730)
      const before = await devicePrices(gawai, { device, now: clock.now() })
      assert.deepEqual(
        before.asked.map(({ market, prices }) => [market.code, prices.length]),
        [
          ['ID', 2],
          ['MY', 1],
          ['SG', 1],
          ['IN', 1],
          ['US', 1],
        ],
      )
      assert.equal(before.shown?.history.length, 366)
      const lowest = before.shown.lowest?.amount ?? 0
      const [drop] = await priceDrops(gawai, { market: 'ID', now: clock.now(), limit: 5 })
      assert.ok(drop && drop.amount === lowest && drop.before > drop.amount)

      const body = new URLSearchParams({
        device: String(device),
        market: 'ID',
        kind: 'below',
        price: String(lowest - 1),
        address: 'wulan@news.example',
      })
      const asked = await fetch(
        new Request(`${gawai.origin}/langganan/gawai/`, { method: 'POST', body, headers: { origin: gawai.origin } }),
      )
      assert.equal(asked.status, 303)
      await follow()
      const [letter] = await lettersIn(data)
      const token = letter ? (linkIn(letter, '/saya/').split('/').at(-2) ?? '') : ''
      await confirm(gawai, { token, which: (await ownSubscriptions(gawai, token))?.waiting.map(({ id }) => id) ?? [] })
      await follow()
      for (const amount of [lowest - 2, lowest - 3]) {
        clock.move(anHour)
        await gawai.write(async (unit) => {
          const shop = await keepShop(unit, { name: 'Toko Baru', market: 'ID' })
          const provenance = await keepProvenance(unit, { kind: 'retailer', name: 'Toko Baru' })
          const seen = [{ at: unit.now, amount, stock: null, provenance }]
          await keepObservations(unit, [{ offer: { device, shop, market: 'ID', currency: 'IDR' }, seen }])
          await sayAvailability(unit, { device, market: 'ID', status: 'on_sale', at: '2018-03', provenance })
        })
        await follow()
      }
      const told = (await lettersIn(data)).filter(({ headers }) => headers.has('list-unsubscribe'))
      assert.deepEqual(
        told.map(({ to }) => to),
        ['wulan@news.example'],
      )
      const carrier = await gawai.write((unit) => keepOrganisation(unit, { name: 'Selular', kind: 'carrier' }))
      const sayBlocked = () =>
        gawai.write(async (unit) =>
          sayAvailability(unit, {
            device,
            market: 'ID',
            carrier,
            status: 'blocked',
            provenance: await keepProvenance(unit, { kind: 'maker', name: 'Lentera' }),
          }),
        )
      assert.deepEqual([await sayBlocked(), await sayBlocked()], [true, false])
      const [row] = await availabilityOfDevice(gawai, device)
      assert.deepEqual(
        [row?.market, row?.open?.status, row?.open?.at, row?.carriers.map(({ status }) => status)],
        ['ID', 'on_sale', '2018-03', ['blocked']],
      )
    })
  })
