import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import {
  addDevice,
  availabilityOfDevice,
  keepHomeMarkets,
  keepProvenance,
  type NewAvailability,
  sayAvailability,
} from '#devices'
import { keepOrganisation } from '#organisations'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'

const aDay = 86_400_000

async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai } = newsroom
  const known = await gawai.write(async (unit) => {
    await keepHomeMarkets(unit)
    const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
    return {
      device: await addDevice(unit, { brand: { id, name: 'Lentera' }, name: 'L2', category: 'phone' }),
      maker: await keepProvenance(unit, { kind: 'maker', name: 'Lentera' }),
      shop: await keepProvenance(unit, { kind: 'retailer', name: 'Toko Gawai' }),
      carrier: await keepOrganisation(unit, { name: 'Selular', kind: 'carrier' }),
    }
  })
  const say = (more: Omit<NewAvailability, 'device' | 'provenance'> & { provenance?: number }) =>
    gawai.write((unit) => sayAvailability(unit, { device: known.device, provenance: known.maker, ...more }))
  const status = async () =>
    (await gawai.db.selectFrom('device').select('status').where('id', '=', known.device).executeTakeFirst())?.status
  return { ...newsroom, ...known, say, status }
}

describe('where a device can be bought', () => {
  it('is what each source says, with what it said before as history', async (test) => {
    const { gawai, say, status } = await open(test)
    assert.equal(await say({ market: 'id', status: 'announced', at: '2018-03' }), true)
    assert.equal(await say({ market: 'ID', status: 'announced', at: '2018-03' }), false)
    assert.equal(await status(), 'announced')
    assert.equal(await say({ market: 'ID', status: 'on_sale', at: '2018-05' }), true)
    assert.equal(await status(), 'on_sale')
    const rows = await gawai.db.selectFrom('availability').select(['status', 'ended_at']).orderBy('id').execute()
    assert.deepEqual(
      rows.map((row) => [row.status, row.ended_at === null]),
      [
        ['announced', false],
        ['on_sale', true],
      ],
    )
    assert.equal(await say({ market: 'ID', status: undefined }), true)
    assert.equal(await say({ market: 'ID', status: undefined }), false)
  })

  it('is a row for each market in the newsroom’s order, with what holds for each carrier', async (test) => {
    const { gawai, device, say, carrier } = await open(test)
    for (const market of ['BR', 'US', 'ID']) await say({ market, status: 'announced' })
    await say({ market: 'US', carrier, status: 'cancelled' })
    const rows = await availabilityOfDevice(gawai, device)
    assert.deepEqual(
      rows.map(({ market, open: cell, carriers }) => [
        market,
        cell?.status,
        ...carriers.map((one) => [one.carrier.name, one.status]),
      ]),
      [
        ['ID', 'announced'],
        ['US', 'announced', ['Selular', 'cancelled']],
        ['BR', 'announced'],
      ],
    )
  })

  it('is what came last, whoever says it, and tells what others say', async (test) => {
    const { gawai, clock, device, shop, say } = await open(test)
    await say({ market: 'ID', status: 'on_sale', provenance: shop })
    clock.move(aDay)
    await say({ market: 'ID', status: 'announced', at: '2018' })
    const [row] = await availabilityOfDevice(gawai, device)
    assert.deepEqual([row?.open?.status, row?.open?.others.map(({ status }) => status)], ['on_sale', ['announced']])
  })

  it('leaves a status alone that an editor pinned', async (test) => {
    const { gawai, device, say, status } = await open(test)
    await gawai.write(async (unit) => {
      await unit.tx
        .updateTable('device')
        .set({ is_status_pinned: 1, status: 'cancelled' })
        .where('id', '=', device)
        .execute()
    })
    await say({ market: 'ID', status: 'on_sale' })
    assert.equal(await status(), 'cancelled')
  })

  it('begins on the day that was named for it', async (test) => {
    const { gawai, clock, say, status } = await open(test)
    await gawai.jobs.start()
    test.after(() => gawai.jobs.stop())
    const inTwoDays = new Date(clock.now() + 2 * aDay).toISOString().slice(0, 10)
    await say({ market: 'ID', status: 'on_sale', at: inTwoDays })
    assert.equal(await status(), 'announced')
    for (let day = 0; day < 3; day += 1) {
      clock.move(aDay)
      await gawai.jobs.settle()
    }
    assert.equal(await status(), 'on_sale')
  })

  it('is refused without a market or with a date that is none', async (test) => {
    const { say } = await open(test)
    await assert.rejects(say({ market: 'Indonesia', status: 'on_sale' }), Invalid)
    await assert.rejects(say({ market: 'ID', status: 'on_sale', at: 'soon' }), Invalid)
  })
})
