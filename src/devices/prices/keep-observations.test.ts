import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDevice, keepObservations, keepProvenance, type WantedOffer } from '#devices'
import { keepOrganisation } from '#organisations'
import type { Unit } from '#platform/database/unit.ts'
import { openNewsroom } from '#test/newsroom.ts'

async function offerIn(unit: Unit): Promise<{ offer: WantedOffer; provenance: number }> {
  const brand = {
    id: await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true }),
    name: 'Lentera',
  }
  const shop = await keepOrganisation(unit, { name: 'Toko Gawai', kind: 'shop' })
  const device = await addDevice(unit, { brand, name: 'L2', category: 'phone' })
  return {
    offer: { device, shop, market: 'ID', currency: 'IDR', outsideId: 'l2-128' },
    provenance: await keepProvenance(unit, { kind: 'retailer', name: 'Toko Gawai' }),
  }
}

describe('what a shop was seen to ask', () => {
  it('is a row for each price, however often it was seen, told twice or told late', async (test) => {
    const { gawai } = await openNewsroom(test)
    const { offer, provenance } = await gawai.write(offerIn)
    const tell = (...all: [number, number][]) =>
      gawai.write((unit) =>
        keepObservations(unit, [{ offer, seen: all.map(([at, amount]) => ({ at, amount, stock: null, provenance })) }]),
      )
    assert.equal(await tell([10, 500], [20, 500], [30, 450]), 2)
    assert.equal(await tell([20, 500], [40, 450]), 0)
    assert.equal(await tell([35, 440]), 2)
    const rows = await gawai.db.selectFrom('price').select(['at', 'until', 'amount']).orderBy('at').execute()
    assert.deepEqual(
      rows.map(({ at, until, amount }) => [at, until, amount]),
      [
        [10, 20, 500],
        [30, 34, 450],
        [35, 35, 440],
        [36, 40, 450],
      ],
    )
    const offers = await gawai.db.selectFrom('offer').select(['first_seen', 'last_seen']).execute()
    assert.deepEqual(
      offers.map((row) => ({ ...row })),
      [{ first_seen: 10, last_seen: 40 }],
    )
  })

  it('is another offer with another number of the shop, another market or another kind of price', async (test) => {
    const { gawai } = await openNewsroom(test)
    const { offer, provenance } = await gawai.write(offerIn)
    const seen = [{ at: 1, amount: 5, stock: null, provenance }]
    const others: Partial<WantedOffer>[] = [
      {},
      { outsideId: 'l2-256' },
      { market: 'MY', currency: 'MYR' },
      { kind: 'msrp' },
    ]
    const tell = () =>
      gawai.write((unit) =>
        keepObservations(
          unit,
          others.map((other) => ({ offer: { ...offer, ...other }, seen })),
        ),
      )
    assert.deepEqual([await tell(), await tell()], [4, 0])
    assert.equal((await gawai.db.selectFrom('offer').select('id').execute()).length, 4)
  })
})
