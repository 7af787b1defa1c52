import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepOffers, keepRecords, readMerchant, readTable } from '#devices'
import { openNewsroom } from '#test/newsroom.ts'
import type { SeenOffer } from './keep-offers.ts'

describe('the offers of a shop', () => {
  it('go to the device that a code or a name means for sure; what else the shop sells is named', async (test) => {
    const { gawai } = await openNewsroom(test)
    const text =
      'brand,name,code\nSamsung,Galaxy S20,SM-G980F\nSamsung,Galaxy S20 FE,SM-G780F\nXiaomi,Redmi Note 9,M2003J15SC\nXiaomi,Redmi 10X,M2003J15SC\n'
    const provenance = { kind: 'dataset', name: 'Tes' } as const
    await keepRecords(gawai, { format: 'table', name: 't.csv', read: readTable(text), provenance })
    const rows = [
      ['a', 'Anything', 'x', 'sm-g980f'],
      ['b', 'Samsung Galaxy S20 FE 8/128GB Mint garansi resmi', 'Samsung', ''],
      ['c', 'Samsung Galaxy S20 Ultra 128GB', 'Samsung', ''],
      ['d', 'Xiaomi phone', 'Xiaomi', 'M2003J15SC'],
      ['e', 'Case for Samsung Galaxy S20', 'Samsung', ''],
    ]
    const feed = [
      'id\ttitle\tbrand\tmpn\tcolor\tprice',
      ...rows.map((row) => [...row, 'Mint', '1000 IDR'].join('\t')),
    ].join('\n')
    const seen: SeenOffer[] = []
    const report = await keepOffers(gawai, {
      read: readMerchant(feed),
      shop: { name: 'Toko Gawai' },
      market: 'ID',
      at: 5,
      keepObservations: async (_, offers) => seen.push(...offers),
    })
    assert.deepEqual([report.read, report.kept, report.added], [5, 2, 2])
    assert.deepEqual(
      report.refused.map(({ where }) => where),
      ['line 4', 'line 5', 'line 6'],
    )
    const devices = await gawai.db.selectFrom('device').select(['id', 'name']).execute()
    assert.deepEqual(
      seen.map(({ offer, seen: [first] }) => [
        devices.find(({ id }) => id === offer.device)?.name,
        offer.outsideId,
        first?.amount,
        first?.at,
      ]),
      [
        ['Galaxy S20', 'a', 1000, 5],
        ['Galaxy S20 FE', 'b', 1000, 5],
      ],
    )
  })
})
