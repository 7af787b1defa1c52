import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addDevice,
  keepHomeMarkets,
  keepMarket,
  keepObservations,
  keepProvenance,
  keepShop,
  markets,
  priceDrops,
  pricesOfDevice,
} from '#devices'
import { keepOrganisation } from '#organisations'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'

const aDay = 86_400_000

describe('a market', () => {
  it('stands in the order in which it was added, once, with its currency', async (test) => {
    const { gawai } = await openNewsroom(test)
    await gawai.write(async (unit) => {
      await keepHomeMarkets(unit)
      await keepMarket(unit, { code: 'th', currency: 'usd' })
      await keepMarket(unit, { code: 'TH', currency: 'THB' })
      await keepHomeMarkets(unit)
    })
    assert.deepEqual(
      (await markets(gawai)).map(({ code, currency }) => `${code} ${currency}`),
      ['ID IDR', 'MY MYR', 'SG SGD', 'IN INR', 'US USD', 'TH THB'],
    )
    for (const wrong of [
      { code: 'XX', currency: 'IDR' },
      { code: 'ID', currency: 'Rp' },
    ])
      await assert.rejects(
        gawai.write((unit) => keepMarket(unit, wrong)),
        Invalid,
      )
  })
})

describe('a shop', () => {
  it('keeps what was said of it, and leads readers where the newsroom earns, never where nobody may be led', async (test) => {
    const { gawai, clock } = await openNewsroom(test)
    const device = await gawai.write(async (unit) => {
      const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
      const device = await addDevice(unit, { brand: { id, name: 'Lentera' }, name: 'L2', category: 'phone' })
      const linkTemplate = 'https://mitra.example/?to={url}'
      const shop = await keepShop(unit, {
        name: 'Toko',
        market: 'ID',
        linkTemplate,
        isAffiliate: true,
        warranty: 'official',
      })
      assert.equal(await keepShop(unit, { name: 'Toko', market: 'ID', domain: 'Toko.example' }), shop)
      const provenance = await keepProvenance(unit, { kind: 'retailer', name: 'Toko' })
      const seen = (amount: number) => [{ at: clock.now(), amount, stock: null, provenance }]
      const offer = { device, shop, market: 'ID', currency: 'IDR' }
      await keepObservations(unit, [
        { offer: { ...offer, outsideId: 'a', url: 'https://toko.example/l2?a=1' }, seen: seen(2) },
        { offer: { ...offer, outsideId: 'b', url: 'javascript:alert(1)' }, seen: seen(1) },
      ])
      return device
    })
    assert.deepEqual(
      (await pricesOfDevice(gawai, device, clock.now())).map(({ url, shop, amount }) => [
        amount,
        url,
        shop.warranty,
        shop.isAffiliate,
      ]),
      [
        [1, undefined, 'official', true],
        [2, 'https://mitra.example/?to=https%3A%2F%2Ftoko.example%2Fl2%3Fa%3D1', 'official', true],
      ],
    )
  })

  it('is refused with a domain or a template that is none', async (test) => {
    const { gawai } = await openNewsroom(test)
    for (const wrong of [
      { domain: 'https://toko.example' },
      { linkTemplate: 'https://mitra.example/' },
      { linkTemplate: 'javascript:{url}' },
      { market: 'Indonesia' },
    ])
      await assert.rejects(
        gawai.write((unit) => keepShop(unit, { name: 'Toko', market: 'ID', ...wrong })),
        Invalid,
      )
  })
})

describe('what has become cheaper', () => {
  it('is listed by how much, against the lowest of the month before, as long as somebody still looks', async (test) => {
    const { gawai, clock } = await openNewsroom(test)
    const tell = await gawai.write(async (unit) => {
      const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
      const shop = await keepShop(unit, { name: 'Toko', market: 'ID' })
      const provenance = await keepProvenance(unit, { kind: 'retailer', name: 'Toko' })
      const devices = new Map<string, number>()
      for (const name of ['L2', 'L3', 'L4'])
        devices.set(name, await addDevice(unit, { brand: { id, name: 'Lentera' }, name, category: 'phone' }))
      return (name: string, stock: 'in' | 'out', ...days: [number, number][]) =>
        gawai.write((next) =>
          keepObservations(next, [
            {
              offer: { device: devices.get(name) ?? 0, shop, market: 'ID', currency: 'IDR' },
              seen: days.map(([ago, amount]) => ({ at: clock.now() - ago * aDay, amount, stock, provenance })),
            },
          ]),
        )
    })
    const drops = async (market = 'ID') =>
      (await priceDrops(gawai, { market, now: clock.now(), limit: 10 })).map(({ name, before, amount, fall }) => [
        name,
        before,
        amount,
        fall,
      ])
    await tell('L2', 'in', [20, 1000], [10, 1000], [2, 900], [0, 900])
    await tell('L3', 'in', [20, 1000], [10, 1000], [1, 500])
    await tell('L4', 'in', [20, 1000], [0, 970])
    assert.deepEqual(await drops(), [
      ['L3', 1000, 500, 500],
      ['L2', 1000, 900, 100],
    ])
    assert.deepEqual(await drops('MY'), [])
    await tell('L3', 'out', [0, 500])
    assert.deepEqual(await drops(), [['L2', 1000, 900, 100]])
    clock.move(15 * aDay)
    assert.deepEqual(await drops(), [])
  })
})
