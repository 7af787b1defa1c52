import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDevice, demoPrices, devicePrices, keepDemoPrices, priceDrops, pricesOfDevice } from '#devices'
import { keepOrganisation } from '#organisations'
import { openNewsroom } from '#test/newsroom.ts'
import { madeUp } from './demo-prices.ts'

describe('the prices of the demo', () => {
  it('are made up the same way again, for two years, in whole amounts', () => {
    const wanted = { base: 4_999_000, currency: 'IDR', isFalling: true, seed: 7 }
    const now = Date.UTC(2026, 0, 5, 3)
    assert.deepEqual(madeUp(now, wanted), madeUp(now, wanted))
    assert.equal(madeUp(now, wanted).length, 730)
    for (const { at, amount } of [...madeUp(now, wanted), ...madeUp(now, { ...wanted, currency: 'MYR', base: 1300 })])
      assert.ok(at <= now && Number.isSafeInteger(amount) && amount > 0)
  })

  it('are of twelve devices at most in five markets, and each says that it is made up', async (test) => {
    const { gawai, clock } = await openNewsroom(test)
    assert.equal(await keepDemoPrices(gawai), 0)
    const devices = await gawai.write(async (unit) => {
      const brand = {
        id: await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true }),
        name: 'Lentera',
      }
      const all: number[] = []
      for (let year = 2000; year < 2014; year += 1)
        all.push(await addDevice(unit, { brand, name: `L${year}`, category: 'phone', released: `${year}` }))
      return all
    })
    assert.equal(await keepDemoPrices(gawai), 12 * 6 * 730)
    assert.deepEqual(await pricesOfDevice(gawai, devices[1] ?? 0, clock.now()), [])
    const newest = devices.at(-1) ?? 0
    const prices = await pricesOfDevice(gawai, newest, clock.now())
    assert.deepEqual([...new Set(prices.map(({ market }) => market))], ['ID', 'IN', 'MY', 'SG', 'US'])
    assert.ok(prices.every(({ provenance, isOld }) => provenance.name === demoPrices && !isOld))
    const { shown } = await devicePrices(gawai, { device: newest, now: clock.now() })
    assert.equal(shown?.history.length, 366)
    assert.equal((await priceDrops(gawai, { market: 'ID', now: clock.now(), limit: 20 })).length, 4)
  })
})
